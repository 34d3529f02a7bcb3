import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnit, readQuantity, unitKeys, units, writeQuantity } from '#app/domain/listings/quantity.ts'
import { readLength } from '#app/domain/listings/quantity-length.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import { readDecimal } from '#app/domain/listings/quantity-reading.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Unit } from '#db/schema/listings.ts'

describe('a weight', () => {
  test.each([
    ['93,5', 93_500],
    ['93.5', 93_500],
    ['93,50', 93_500],
    ['1.234,5', 1_234_500],
    ['1,234.5', 1_234_500],
    ['1 234,5', 1_234_500],
    ['1\u00a0234,5', 1_234_500],
    ['1\u202f234.5', 1_234_500],
    ["1'234.5", 1_234_500],
    ['1,234.567', 1_234_567],
    ['1 234', 1_234_000],
    ['12.345,678', 12_345_678],
    ['1234,567', 1_234_567],
    ['0,250', 250],
    ['0.001', 1],
    [',5', 500],
    ['80', 80_000],
    ['  80  ', 80_000],
    ['007', 7_000],
    ['1,5000', 1_500],
    ['23,4 kg', 23_400],
    ['23,4kg', 23_400],
    ['23,4 Kg.', 23_400],
    ['500 g', 500],
    ['1,2 t', 1_200_000],
  ])('typed %j is read to the gram', (typed, grams) => {
    const read = readQuantity(typed, 'g')
    expect(read.problem === undefined ? read.value : undefined).toBe(grams)
  })

  test.each(['1.234', '1,234', '12.500', '999,999', '1.234 kg'])(
    'typed %j has two meanings and is refused with both',
    (typed) => {
      const read = readQuantity(typed, 'g')
      expect(read).toMatchObject({ problem: 'errors.number-ambiguous', typed })
    },
  )

  test('the two readings of 1.234 kg are 1.234 g and 1.234 kg', () => {
    expect(readQuantity('1.234', 'g')).toEqual({
      problem: 'errors.number-ambiguous',
      typed: '1.234',
      readings: [1_234, 1_234_000],
    })
  })

  test.each([
    '',
    ' ',
    'tanto',
    '8,0,0',
    '1.23.4',
    '1.23,4',
    '12,',
    '1..5',
    '5 m',
    '12 34',
    '1,2 3',
    '1e3',
    '0x10',
    '10-12',
    '1.234.56',
    '0.123.456',
    '½',
  ])('typed %j cannot be read', (typed) => {
    expect(readQuantity(typed, 'g')).toEqual({ problem: 'errors.number-unreadable', typed: typed.trim() })
  })

  test.each(['0', '0,0', '-3', '−3', '- 3,5', '0 kg'])('typed %j is not more than nothing', (typed) => {
    expect(readQuantity(typed, 'g')).toEqual({ problem: 'errors.not-positive', typed })
  })

  test('finer than a gram is refused, not rounded', () => {
    expect(readQuantity('1,0005', 'g')).toEqual({ problem: 'errors.too-fine', typed: '1,0005', decimals: 3 })
    expect(readQuantity('0,5 g', 'g')).toEqual({ problem: 'errors.not-whole', typed: '0,5 g' })
  })

  test('more than a hundred tonnes is a slip of the finger', () => {
    expect(readQuantity('100000', 'g')).toEqual({ value: 100_000_000 })
    expect(readQuantity('100000,5', 'g')).toEqual({
      problem: 'errors.too-large',
      typed: '100000,5',
      largest: 100_000_000,
    })
    expect(readQuantity('9'.repeat(400), 'g')).toMatchObject({ problem: 'errors.too-large' })
  })
})

describe('pieces', () => {
  test.each([
    ['12', 12],
    ['1.200', 1_200],
    ['1,200', 1_200],
    ['1 200', 1_200],
    ['2,0', 2],
    ['40 pz', 40],
    ['40 pezzi', 40],
  ])('typed %j are counted', (typed, count) => {
    expect(readQuantity(typed, 'piece')).toEqual({ value: count })
  })

  test.each(['2,5', '1.234,5', '0,5'])('typed %j is not a whole number', (typed) => {
    expect(readQuantity(typed, 'piece')).toEqual({ problem: 'errors.not-whole', typed })
  })
})

describe('lengths, areas and volumes', () => {
  test.each([
    ['12,5', 'mm', 12_500],
    ['80 cm', 'mm', 800],
    ['12,5', 'cm2', 125_000],
    ['12 mq', 'cm2', 120_000],
    ['0,0001 m²', 'cm2', 1],
    ['2,5 m³', 'dm3', 2_500],
    ['2 mc', 'dm3', 2_000],
    ['40 dm3', 'dm3', 40],
  ] as const)('%j in %s', (typed, unit, value) => {
    expect(readQuantity(typed, unit)).toEqual({ value })
  })

  test('a weight where an area is asked cannot be read', () => {
    expect(readQuantity('12 kg', 'cm2')).toMatchObject({ problem: 'errors.number-unreadable' })
  })
})

describe('one side of a piece', () => {
  test.each([
    ['1200', 1_200],
    ['1.200', 1_200],
    ['1.200 mm', 1_200],
    ['120 cm', 1_200],
    ['120,5 cm', 1_205],
    ['2,4 m', 2_400],
    ['2.4m', 2_400],
    ['18', 18],
  ])('%j', (typed, millimetres) => {
    expect(readLength(typed)).toEqual({ value: millimetres })
  })

  test('half a millimetre is refused, and so is a beam of a kilometre', () => {
    expect(readLength('12,5')).toEqual({ problem: 'errors.not-whole', typed: '12,5' })
    expect(readLength('1 km')).toMatchObject({ problem: 'errors.number-unreadable' })
    expect(readLength('900 m')).toEqual({ problem: 'errors.too-large', typed: '900 m', largest: 100_000 })
  })

  test('1.200 m is a table top or a street, so we ask', () => {
    expect(readLength('1.200 m')).toMatchObject({ problem: 'errors.number-ambiguous', readings: [1_200, 1_200_000] })
  })
})

describe('what the field shows', () => {
  test.each([
    [23_400, 'g', 'it', '23,4'],
    [23_400, 'g', 'en', '23.4'],
    [1_234, 'g', 'it', '1,2340'],
    [234, 'g', 'it', '0,234'],
    [1_234_567, 'g', 'it', '1234,567'],
    [12, 'piece', 'it', '12'],
    [5, 'cm2', 'it', '0,0005'],
  ] as const)('%i %s in %s is %s', (value, unit, locale, text) => {
    expect(writeQuantity(value, unit, locale)).toBe(text)
  })

  test('reads back as itself, whatever the unit and the language', () => {
    const anyUnit = fc.constantFrom(...unitKeys)
    fc.assert(
      fc.property(anyUnit, fc.constantFrom('it' as const, 'en' as const), fc.nat(), (unit, locale, seed) => {
        const value = 1 + (seed % units[unit].largest)
        expect(readQuantity(writeQuantity(value, unit, locale), unit)).toEqual({ value })
      }),
    )
  })

  test('every grouped form that Intl writes reads back as itself or is refused as ambiguous', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom('it-IT', 'en-GB', 'fr-FR', 'de-CH'),
        (grams, locale) => {
          const text = new Intl.NumberFormat(locale, {
            useGrouping: 'always' as never,
            maximumFractionDigits: 3,
          }).format(grams / 1000)
          const read = readQuantity(text, 'g')
          if (read.problem === 'errors.number-ambiguous') expect(read.readings).toContain(grams)
          else expect(read).toEqual({ value: grams })
        },
      ),
    )
  })

  test('no text whatever makes it throw, or yields anything but a whole positive number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,' -]{0,12}$/)), (text) => {
        const read = readDecimal(text, { decimals: 3, largest: 1e9 })
        if (read.problem === undefined) expect(Number.isSafeInteger(read.value) && read.value > 0).toBe(true)
      }),
    )
  })
})

test('only the five base units are units', () => {
  expect(unitKeys).toEqual(['piece', 'g', 'mm', 'cm2', 'dm3'])
  expect(isUnit('kg')).toBe(false)
  expect(isUnit('toString')).toBe(false)
  expect(isUnit('g')).toBe(true)
})

describe('what is said when a number is not taken', () => {
  const told = (text: string, unit: Unit, locale: 'it' | 'en') => {
    const read = readQuantity(text, unit)
    const { symbol, decimals } = units[unit]
    return read.problem ? translator(locale).say(numberMessage(read, symbol, decimals)) : undefined
  }

  test.each([
    ['1.234', 'g', '«1.234» si legge in due modi. Scrivi 1,2340 kg oppure 1234 kg.'],
    ['1.200 kg', 'g', '«1.200 kg» si legge in due modi. Scrivi 1,2 kg oppure 1200 kg.'],
    ['1.000', 'g', '«1.000» si legge in due modi. Scrivi 1 kg oppure 1000 kg.'],
    ['tanto', 'g', 'Non capiamo «tanto». Scrivi 80 oppure 8,5.'],
    ['2,5', 'piece', '«2,5» non è un numero intero. Scrivi 8 o 9, non 8,5.'],
    ['0', 'g', 'Qui serve più di zero.'],
    ['1,23456', 'g', '«1,23456» ha troppi decimali: ne teniamo 3.'],
    ['900000', 'g', '«900.000» è troppo: qui si arriva a 100.000 kg.'],
  ] as const)('%j in %s', (typed, unit, sentence) => {
    expect(told(typed, unit, 'it')).toBe(sentence)
  })

  test('and in English, with its own decimal point', () => {
    expect(told('1,234', 'cm2', 'en')).toBe('“1,234” can be read two ways. Write 1.2340 m² or 1234 m².')
    expect(told('900000', 'g', 'en')).toBe('“900,000” is too much: 100,000 kg is the limit here.')
  })

  test('both readings we suggest are read without doubt', () => {
    expect(readQuantity('1,2340 kg', 'g')).toEqual({ value: 1_234 })
    expect(readQuantity('1234 kg', 'g')).toEqual({ value: 1_234_000 })
  })
})
