import { describe, expect, test } from 'vitest'
import { municipality, municipalityAt, searchPlaces } from '#app/domain/places/gazetteer.server.ts'
import { foldPlace, spokenName } from '#app/domain/places/gazetteer.ts'
import { readGazetteer } from '#db/reference/read-gazetteer.server.ts'

const file = readGazetteer()
const first = (text: string) => searchPlaces(text, 1)[0]
const at = (latitude: number, longitude: number) =>
  municipalityAt({ latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) })

describe('the table', () => {
  test('has every Italian town of 2020 once, with a code, a postcode and a spot in Italy', () => {
    expect(file.towns).toHaveLength(7_904)
    expect(new Set(file.towns.map(([, istat]) => istat)).size).toBe(7_904)
    for (const [name, istat, province, caps, latitude, longitude, population] of file.towns) {
      expect(istat, name).toMatch(/^\d{6}$/)
      expect(caps.length, name).toBeGreaterThan(0)
      expect(file.provinces[province], name).toBeDefined()
      expect(
        latitude > 35_400_000 && latitude < 47_100_000 && longitude > 6_600_000 && longitude < 18_600_000,
        name,
      ).toBe(true)
      expect(population, name).toBeGreaterThan(0)
    }
  })

  test('has all 378 towns of Lazio', () => {
    expect(file.towns.filter(([, , province]) => file.provinces[province]?.[1] === 'Lazio')).toHaveLength(378)
  })

  test('has quarters in all fifteen municipi of Rome, each within its bounds and once', () => {
    expect(new Set(file.quarters.map(([, municipio]) => municipio)).size).toBe(15)
    expect(new Set(file.quarters.map(([name]) => foldPlace(name))).size).toBe(file.quarters.length)
    for (const [name, , latitude, longitude, caps] of file.quarters) {
      expect(
        latitude > 41_650_000 && latitude < 42_140_000 && longitude > 12_230_000 && longitude < 12_860_000,
        name,
      ).toBe(true)
      for (const cap of caps) expect(cap, name).toMatch(/^00[01]\d\d$/)
    }
  })
})

describe('searching', () => {
  test.each([
    ['roma', 'Roma'],
    ['Rome', 'Roma'],
    ['tivoli', 'Tivoli'],
    ['vicino a Tivoli', 'Tivoli'],
    ['near Tivoli', 'Tivoli'],
    ['00019', 'Tivoli'],
    ['monte sacro', 'Montesacro'],
    ['zona Pigneto', 'Pigneto'],
    ['l’aquila', "L'Aquila"],
    ["L'AQUILA", "L'Aquila"],
    ['laquila', "L'Aquila"],
    ['forli', 'Forlì'],
    ['reggio emilia', "Reggio nell'Emilia"],
    ['s. lorenzo', 'San Lorenzo'],
    ['fium', 'Fiumicino'],
    ['prati', 'Prati'],
    ['rocca di papa', 'Rocca di Papa'],
    ['guidonia', 'Guidonia Montecelio'],
    ['termini', 'Esquilino'],
  ])('%j finds %s first', (text, name) => {
    expect(first(text)?.name).toBe(name)
  })

  test('a Roman postcode finds its quarters, then Rome', () => {
    expect(searchPlaces('00141').map(({ name }) => name)).toEqual(['Montesacro', 'Conca d’Oro', 'Roma'])
    expect(first('00141')).toMatchObject({
      kind: 'quarter',
      municipio: 3,
      municipality: 'Roma',
      municipality_istat: '058091',
      province: 'RM',
      region: 'Lazio',
    })
  })

  test('what is too short, or nowhere, finds nothing', () => {
    for (const text of ['', ' ', 'x', '00', 'xyzzy', 'vicino a', '(', '.*'])
      expect(searchPlaces(text), text).toEqual([])
  })

  test('at most as many as asked', () => {
    expect(searchPlaces('san', 3)).toHaveLength(3)
    expect(searchPlaces('san')).toHaveLength(8)
  })

  test('a town is known by its code', () => {
    expect(municipality('058104')?.name).toBe('Tivoli')
    expect(municipality('999999')).toBeUndefined()
  })
})

describe('where a point is', () => {
  test.each([
    [41.9392, 12.5353, 'Montesacro', 'Roma'],
    [41.8765, 12.476, 'Testaccio', 'Roma'],
    [41.735, 12.284, 'Ostia', 'Roma'],
    [41.9597, 12.7985, 'Tivoli', 'Tivoli'],
    [45.4642, 9.19, 'Milano', 'Milano'],
  ])('%d, %d is %s in %s', (latitude, longitude, area, town) => {
    expect(at(latitude, longitude)).toMatchObject({ area, municipality: town })
  })

  test('the open sea is in no town', () => {
    expect(at(40.2, 11.2)).toBeUndefined()
  })
})

test('what people say around a name is dropped, the name is not', () => {
  expect(spokenName('Vicino a Tivoli')).toBe('tivoli')
  expect(spokenName('nei dintorni di Nemi')).toBe('nemi')
  expect(spokenName('Comune di Nemi')).toBe('nemi')
  expect(spokenName('Dimaro')).toBe('dimaro')
  expect(spokenName('in')).toBe('in')
})
