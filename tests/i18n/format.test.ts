import { describe, expect, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'

const it_ = translator('it').format
const en = translator('en').format
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a mass', () => {
  test.each([
    [23_400, 'A', '23,4 kg', '23.4 kg'],
    [94_000, 'A', '94 kg', '94 kg'],
    [350, 'A', '0,35 kg', '0.35 kg'],
    [1_284_400, 'A', '1.284 kg', '1,284 kg'],
    [155_123, 'C', '155 kg', '155 kg'],
    [2_884, 'B', '2,88 kg', '2.88 kg'],
    [1_284_400, 'D', '1.280 kg', '1,280 kg'],
  ] as const)('of %i g, grade %s, reads %s', (grams, grade, italian, english) => {
    expect(plain(it_.kilograms(grams, grade))).toBe(italian)
    expect(plain(en.kilograms(grams, grade))).toBe(english)
  })

  test('summed from the ledger keeps every kilogram, even four digits grouped', () => {
    expect(plain(it_.kilograms(18_412_000))).toBe('18.412 kg')
    expect(plain(en.kilograms(1_284_000))).toBe('1,284 kg')
  })

  test('has its range in words', () => {
    expect(plain(it_.range(62_000, 76_000))).toBe('da 62 a 76 kg')
    expect(plain(en.range(16_910_000, 20_260_000))).toBe('16,910 to 20,260 kg')
  })

  test('is echoed to the gram', () => {
    expect(plain(it_.grams(23_400))).toBe('23.400 grammi')
    expect(plain(en.grams(1))).toBe('1 gram')
  })

  test('and its unit never part at the end of a line', () => {
    expect(it_.kilograms(23_400)).toBe('23,4\u00a0kg')
  })
})

test('quantities are read in the units people use', () => {
  expect(plain(it_.quantity(1, 'piece'))).toBe('1 pezzo')
  expect(plain(it_.quantity(1600, 'piece'))).toBe('1.600 pezzi')
  expect(plain(en.quantity(26_500, 'mm'))).toBe('26.5 m')
  expect(plain(it_.quantity(110_000, 'cm2'))).toBe('11 m²')
  expect(plain(it_.quantity(250, 'dm3'))).toBe('0,25 m³')
  expect(plain(it_.quantity(23_400, 'g'))).toBe('23,4 kg')
})

test('sizes leave out what is not known', () => {
  expect(it_.size(1200, 190, 27)).toBe('1.200\u00a0×\u00a0190\u00a0×\u00a027\u00a0mm')
  expect(plain(en.size(1200, null, undefined))).toBe('1,200 mm')
})

test('distances are metres below a kilometre', () => {
  expect(plain(it_.distance(352))).toBe('350 m')
  expect(plain(it_.distance(997))).toBe('1,0 km')
  expect(plain(en.distance(2_412))).toBe('2.4 km')
})

test('percentages follow each language', () => {
  expect(plain(it_.percent(0.61))).toBe('61 %')
  expect(en.percent(0.61)).toBe('61%')
})

describe('dates, always in Rome', () => {
  const winter = '2026-11-25T15:30:00.000Z'
  const summer = '2026-07-01T22:30:00.000Z'

  test('say the day and the hour', () => {
    expect(plain(it_.dateTime(winter))).toBe('mer 25 novembre, 16:30')
    expect(plain(en.dateTime(winter))).toBe('Wed 25 November, 4:30 pm')
  })

  test('cross midnight with the clock of the place', () => {
    expect(it_.day(summer)).toBe('gio 2 luglio')
    expect(plain(en.time(summer))).toBe('12:30 am')
    expect(it_.day('2026-11-25', { year: true })).toBe('mer 25 novembre 2026')
  })

  test.each([
    ['2026-11-22T17:00:00Z', 'oggi entro le 18', 'today by 6 pm'],
    ['2026-11-22T12:00:00Z', 'oggi entro le 13', 'today by 1 pm'],
    ['2026-11-23T17:00:00Z', 'entro domani', 'by tomorrow'],
    ['2026-11-26T17:00:00Z', 'entro gio 26', 'by Thu 26'],
    ['2026-12-12T17:00:00Z', 'entro il 12 dic', 'by 12 Dec'],
    ['2026-12-08T17:00:00Z', 'entro l’8 dic', 'by 8 Dec'],
    ['2026-11-20T17:00:00Z', 'entro il 20 nov', 'by 20 Nov'],
  ])('due at %s is «%s»', (when, italian, english) => {
    const now = '2026-11-22T08:00:00Z'
    expect(plain(it_.due(when, now))).toBe(italian)
    expect(plain(en.due(when, now))).toBe(english)
  })
})

test.each([
  [0, '0 min'],
  [45, '45 min'],
  [60, '1 h'],
  [73, '1 h 13 min'],
  [1500, '25 h'],
])('%s minutes are «%s»', (minutes, said) => {
  expect(plain(it_.duration(minutes))).toBe(said)
  expect(plain(en.duration(minutes))).toBe(said)
})
