import { describe, expect, test } from 'vitest'
import { groupedHours, type Hours, openingAt, readSpans, weekdayOf, writeSpans } from '#app/domain/places/opening.ts'
import { hoursWords, openingWords } from '#app/i18n/opening-words.ts'
import { translator } from '#app/i18n/translator.ts'

const [it, en] = [translator('it'), translator('en')]

const week = (days: Partial<Record<Hours['weekday'], string>>): Hours[] =>
  Object.entries(days).flatMap(([weekday, text]) =>
    (readSpans(text) ?? []).map((span) => ({ weekday: weekday as Hours['weekday'], ...span })),
  )
const usual = week({ tue: '9–19', wed: '9–19', thu: '9–19', fri: '9–19', sat: '9–19' })

describe('hours as people write them', () => {
  test.each([
    ['9–13, 15–19', '9–13, 15–19'],
    ['9-13 15.30-19', '9–13, 15:30–19'],
    ['15:30 – 19 e 09:00-12:45', '9–12:45, 15:30–19'],
    ['', ''],
  ])('«%s» is understood', (typed, written) => expect(writeSpans(readSpans(typed) ?? [])).toBe(written))

  test.each(['chiuso', '9', '19–9', '9–25', '9–13, 12–15', '9–9'])('«%s» is not', (typed) =>
    expect(readSpans(typed)).toBeUndefined(),
  )

  test('neighbouring days with the same hours are one', () => {
    expect(hoursWords(it, groupedHours(usual))).toEqual(['mar–sab 9–19'])
    expect(hoursWords(en, groupedHours(usual))).toEqual([
      'Tue–Sat 9 am–7 pm'.replaceAll(' am', '\u00a0am').replaceAll(' pm', '\u00a0pm'),
    ])
    const odd = week({ mon: '9–13', wed: '9–13', thu: '15:30–19', sun: '9–13' })
    expect(hoursWords(it, groupedHours(odd))).toEqual(['lun, mer, dom 9–13', 'gio 15:30–19'])
  })
})

describe('open now', () => {
  const said = (at: string, closures: Parameters<typeof openingAt>[2] = []) =>
    openingWords(it, openingAt(at, usual, closures), at)

  test('says until when, and when next', () => {
    expect(weekdayOf('2026-11-24')).toBe('tue')
    expect(said('2026-11-24T09:00:00.000Z')).toBe('Aperta adesso, chiude alle 19.')
    expect(said('2026-11-24T18:00:00.000Z')).toBe('Chiusa adesso, apre domani alle 9.')
    expect(said('2026-11-24T07:00:00.000Z')).toBe('Chiusa adesso, apre alle 9.')
    expect(said('2026-11-28T18:30:00.000Z')).toBe('Chiusa adesso, apre mar 1 dicembre alle 9.')
  })

  test('skips the days it is closed for, and says why', () => {
    const ferie = [{ from_day: '2026-11-24', to_day: '2026-11-26', reason: 'inventario' }]
    expect(said('2026-11-24T09:00:00.000Z', ferie)).toBe('Chiusa: inventario. Riapre ven 27 novembre alle 9.')
    const long = [{ from_day: '2026-11-01', to_day: '2027-11-01', reason: 'lavori' }]
    expect(said('2026-11-24T09:00:00.000Z', long)).toBe('Chiusa, per ora.')
  })

  test('nine o’clock is nine o’clock before and after the clocks change', () => {
    const sundays = week({ sun: '9–12' })
    expect(openingAt('2026-03-28T12:00:00.000Z', sundays, [])).toMatchObject({ opens_at: '2026-03-29T07:00:00.000Z' })
    expect(openingAt('2026-10-24T12:00:00.000Z', sundays, [])).toMatchObject({ opens_at: '2026-10-25T08:00:00.000Z' })
  })
})
