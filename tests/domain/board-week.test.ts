import { describe, expect, test } from 'vitest'
import { readDay, weekOf, weeksLater } from '#app/domain/pickups/board-week.ts'

describe('the week of a day', () => {
  test('runs from Monday to Sunday', () => {
    expect(weekOf('2026-11-25')).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ])
  })

  test('is the same seen from its Monday and from its Sunday', () => {
    expect(weekOf('2026-11-23')).toEqual(weekOf('2026-11-29'))
  })

  test('crosses the end of a year and of a leap February', () => {
    expect(weekOf('2027-01-01')[0]).toBe('2026-12-28')
    expect(weekOf('2028-03-01')).toContain('2028-02-29')
  })

  test('has neighbours seven days away, through the night the clocks change', () => {
    expect(weeksLater('2026-10-21', 1)).toBe('2026-10-28')
    expect(weeksLater('2026-01-05', -1)).toBe('2025-12-29')
  })
})

describe('a day in an address', () => {
  test.each(['2026-11-25', '2028-02-29'])('%s is that day', (day) => expect(readDay(day, '2026-01-01')).toBe(day))
  test.each([
    null,
    '',
    'tomorrow',
    '2026-13-01',
    '2026-02-30',
    '2027-02-29',
    '1999-01-01',
    '2026-11-25T10:00',
    '20261125',
  ])('%s is no day, and today is shown', (typed) => expect(readDay(typed, '2026-11-24')).toBe('2026-11-24'))
})
