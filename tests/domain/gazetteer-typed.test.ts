import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { municipalityAt, searchPlaces, understandPlace } from '#app/domain/places/gazetteer.server.ts'
import { slipsBetween } from '#app/domain/places/slip.ts'
import { looksLikeStreet, townsOfStreet } from '#app/domain/places/street.ts'
import { readGazetteer } from '#db/reference/read-gazetteer.server.ts'

const said = (text: string) => {
  const { as, places } = understandPlace(text, 1)
  const [place] = places
  return [as, place && `${place.name} ${place.province}`]
}

describe('a name as people type it', () => {
  test.each([
    ['S. Basilio', 'San Basilio RM'],
    ['s.basilio', 'San Basilio RM'],
    ["Sant'Oreste", "Sant'Oreste RM"],
    ['Sant Oreste', "Sant'Oreste RM"],
    ['SANT’ORESTE', "Sant'Oreste RM"],
    ['santoreste', "Sant'Oreste RM"],
    ['S.Oreste', "Sant'Oreste RM"],
    ['SS Cosma e Damiano', 'Santi Cosma e Damiano LT'],
    ['S. Maria Capua Vetere', 'Santa Maria Capua Vetere CE'],
    ['Tivoli (RM)', 'Tivoli RM'],
    ['Tivoli RM', 'Tivoli RM'],
    ['Tivoli, Roma', 'Tivoli RM'],
    ['Talenti, Roma', 'Talenti RM'],
    ['roma termini', 'Esquilino RM'],
    ['Castro (BG)', 'Castro BG'],
    ['Castro Bergamo', 'Castro BG'],
    ['Samone (TN)', 'Samone TN'],
    ['Samone Piemonte', 'Samone TO'],
    ['00138', 'Fidene RM'],
    ['I-00138 Roma', 'Fidene RM'],
    ['00019 Tivoli', 'Tivoli RM'],
    ['Aquila', "L'Aquila AQ"],
    ["dell'Aquila", "L'Aquila AQ"],
    ['Spezia', 'La Spezia SP'],
    ['cantu’', 'Cantù CO'],
    ['castelgandolfo', 'Castel Gandolfo RM'],
    ['torbellamonaca', 'Tor Bella Monaca RM'],
    ['vicino a Tivoli', 'Tivoli RM'],
    ['vicino al Pigneto', 'Pigneto RM'],
    ['nei pressi di Tivoli', 'Tivoli RM'],
    ['dalle parti di Tivoli', 'Tivoli RM'],
    ['a due passi da Nemi', 'Nemi RM'],
    ["all'EUR", 'EUR RM'],
    ['Della Vittoria', 'Della Vittoria RM'],
    ['Due Carrare', 'Due Carrare PD'],
    ['Dello', 'Dello BS'],
    ['Piazza Armerina', 'Piazza Armerina EN'],
    ['Viale', 'Viale AT'],
    ['Tivoli\u0000😀', 'Tivoli RM'],
  ])('%j is %s', (text, place) => {
    expect(said(text)).toEqual(['named', place])
  })

  test('finds every town of Italy by its own name and province', () => {
    const { towns, provinces } = readGazetteer()
    // A sixteenth of them: all would take half a minute.
    const missed = towns
      .filter((_, at) => at % 16 === 0)
      .map(([name, istat, at]) => ({ text: `${name} (${provinces[at]?.[0]})`, istat }))
      .filter(({ text, istat }) => searchPlaces(text, 1)[0]?.municipality_istat !== istat)
    expect(missed).toEqual([])
  })

  test('two places of one name are both there, and counted', () => {
    const { places, whole } = understandPlace('Samone')
    expect(places.slice(0, whole).map(({ province }) => province)).toEqual(['TO', 'TN'])
    expect(understandPlace('Samone TN').whole).toBe(1)
  })
})

describe('a name nobody has', () => {
  test.each([
    ['Tivolo', 'Tivoli RM'],
    ['Tivoil', 'Tivoli RM'],
    ['Frascatti', 'Frascati RM'],
    ['Frasacti', 'Frascati RM'],
    ['Frascatti (RM)', 'Frascati RM'],
    ['vicino a Veletri', 'Velletri RM'],
    ['Trestevere', 'Trastevere RM'],
    ['Arricia', 'Ariccia RM'],
    ['Civitavechia', 'Civitavecchia RM'],
    ['Guidona', 'Guidonia Montecelio RM'],
    ['Napolo', 'Napoli NA'],
    ['Roma nord', 'Roma RM'],
    ['00100', 'Roma RM'],
    ['20100', 'Milano MI'],
  ])('%j may be %s, and is said to be a guess', (text, place) => {
    expect(said(text)).toEqual(['guessed', place])
    expect(searchPlaces(text)).toEqual([])
  })

  test.each(['Atlantide', '99999', 'xyzzy', 'RM', 'rma', '((((', '.*', '%', 'St. Moritz', ''])(
    '%j is nothing',
    (text) => {
      expect(understandPlace(text)).toEqual({ places: [], whole: 0, as: 'unknown' })
    },
  )

  test('one wrong letter in a well-known name still finds it', () => {
    const names = ['Bracciano', 'Ladispoli', 'Garbatella', 'Civitavecchia', 'Montesacro', 'Perugia', 'Bologna']
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.constantFrom(...'abcdefghilmnopqrstuvz'),
        (name, spot, letter) => {
          const at = 1 + (spot % (name.length - 1))
          // A letter twice is one letter to us, and then two would be wrong; a wrong last letter may begin another name.
          fc.pre(letter !== name[at - 1] && letter !== name[at + 1] && at < name.length - 1)
          const typed = name.slice(0, at) + letter + name.slice(at + 1)
          expect(understandPlace(typed).places.map((place) => place.name)).toContain(name)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('whatever is typed, however long, is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(understandPlace(text, 3).places.length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 200 },
    )
    for (const text of ['a'.repeat(100_000), 's '.repeat(50_000), 'via '.repeat(9_000), ', '.repeat(50_000)])
      expect(understandPlace(text, 3).places.length).toBeLessThanOrEqual(3)
  })

  test('slips are letters wrong, missing, too many or swapped', () => {
    expect(slipsBetween('tivoli', 'tivoli', 2)).toBe(0)
    expect(slipsBetween('tivoli', 'tivoil', 2)).toBe(1)
    expect(slipsBetween('tivoli', 'tivli', 2)).toBe(1)
    expect(slipsBetween('tivoli', 'tivooli', 2)).toBe(1)
    expect(slipsBetween('tivoli', 'napoli', 2)).toBe(3)
    expect(slipsBetween('ab', 'abcdef', 2)).toBe(3)
  })
})

describe('a street', () => {
  test.each([
    ['via Nomentana 411, Roma', 'Roma RM'],
    ['via Nomentana 411 Roma', 'Roma RM'],
    ['Via Tiburtina 1, 00019 Tivoli', 'Tivoli RM'],
    ['v.le Regina Margherita 12, Tivoli (RM)', 'Tivoli RM'],
    ['vicino a piazza Sempione, Montesacro', 'Montesacro RM'],
    ['p.zza Garibaldi, Samone (TN)', 'Samone TN'],
    ['Nomentana 411, Roma', 'Roma RM'],
    ['via Roma 12', undefined],
    ['via Tivoli', undefined],
    ['via Roma, 12', undefined],
    ['piazza Sempione', undefined],
  ])('%j is a street, with the town %s', (text, town) => {
    expect(said(text)).toEqual(['street', town])
    expect(searchPlaces(text)).toEqual([])
  })

  test('is not a town, a quarter or a postcode', () => {
    for (const text of ['Tivoli', '00138 Roma', 'Via', 'Piazza', 'Castel di Leva', 'S. Basilio', 'municipio 3'])
      expect([text, looksLikeStreet(text)]).toEqual([text, text === 'municipio 3'])
  })

  test('takes its town after the comma or the number, never from its own name', () => {
    expect(townsOfStreet('via Napoli 3/b, 00184 Roma')).toEqual(['00184 Roma', '00184 Roma'])
    expect(townsOfStreet('via Napoli')).toEqual([])
  })
})

describe('which town a point is in', () => {
  const at = (latitude: number, longitude: number) =>
    municipalityAt({ latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) })

  test.each([
    [41.7989, 12.6023, 'Ciampino', 'the town within the ring of Rome'],
    [41.7745, 12.2376, 'Fiumicino', 'on the coast'],
    [41.8005, 12.2903, 'Fiumicino', 'Parco Leonardo, of Fiumicino though filed under Rome'],
    [41.727, 12.3668, 'Roma', 'Infernetto, 20 km out and still Rome'],
    [41.9345, 12.7126, 'Tivoli', 'Bagni di Tivoli, 8 km from its town hall'],
    [41.9958, 12.7228, 'Guidonia Montecelio', 'Guidonia'],
    [41.8077, 12.6806, 'Frascati', 'between Rome and Grottaferrata'],
    [41.7868, 12.667, 'Grottaferrata', 'next to Frascati'],
    [45.5365, 9.2362, 'Sesto San Giovanni', 'grown together with Milan'],
    [45.4929, 9.2032, 'Milano', 'the edge of Milan'],
    [40.8517, 14.2681, 'Napoli', 'Naples'],
  ])('%d, %d: %s (%s)', (latitude, longitude, town, _why) => {
    expect(at(latitude, longitude)?.municipality).toBe(town)
  })

  test('San Marino is abroad, and answered by a neighbour all the same', () => {
    expect(at(43.9424, 12.4578)?.municipality_istat).toMatch(/^\d{6}$/)
  })

  test('of the villages outside Rome, most fall to their town although they stand at its edge', () => {
    const villages = readGazetteer().places.filter(([, istat]) => istat !== '058091')
    const right = villages.filter(
      ([, istat, latitude_e6, longitude_e6]) =>
        municipalityAt({ latitude_e6, longitude_e6 })?.municipality_istat === istat,
    )
    // They are themselves among the spots: what fails are those that a larger neighbour swallows.
    expect(right.length / villages.length).toBeGreaterThan(0.9)
  })
})

test('the work of finding a name takes less than 5 milliseconds 99 times in 100', () => {
  const { towns } = readGazetteer()
  const names = towns.filter((_, at) => at % 80 === 0).map(([name]) => name)
  expect(slowest(names.flatMap((name) => [name.slice(0, 3), name, `vicino a ${name}`]))).toBeLessThan(5)
})

// Of each text the shortest of five: other tests run on the same processors.
function slowest(texts: string[]) {
  const spent = texts.map((text) => Math.min(...[1, 2, 3, 4, 5].map(() => timed(() => understandPlace(text)))))
  return spent.sort((a, b) => a - b)[Math.floor(texts.length * 0.99)]
}

function timed(work: () => void) {
  const before = performance.now()
  work()
  return performance.now() - before
}
