import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { later, toRome } from '#app/domain/instant.ts'
import { isWithin, type Series, slotsOfSeries } from '#app/domain/pickups/slot.ts'
import { daysLater, type Hours, weekdayOf, weekdays } from '#app/domain/places/opening.ts'

const always: Hours[] = weekdays.map((weekday) => ({ weekday, from_time: '00:00', to_time: '23:59' }))
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const weekly = fc
  .record({
    weekday: fc.constantFrom(...weekdays),
    from: fc.integer({ min: 0, max: 1400 }),
    length: fc.integer({ min: 10, max: 600 }),
    every_minutes: fc.constantFrom(10, 15, 20, 30, 45, 60, 90, 120),
    capacity: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ from, length, ...facts }): Series => {
    const days = { starts_on: '2026-01-01', ends_on: null }
    const hours = { from_time: time(from), to_time: time(Math.min(from + length, 1439)) }
    return { id: 'series', kind: 'drop_off', made_by: 'dario', ...facts, ...hours, ...days }
  })
const span = fc.record({
  // A year and a half, with three changes of the clocks in it.
  day: fc.integer({ min: 0, max: 540 }).map((ahead) => daysLater('2026-01-01', ahead)),
  count: fc.integer({ min: 1, max: 21 }),
})
const door = fc
  .array(
    fc.record({
      weekday: fc.constantFrom(...weekdays),
      from: fc.integer({ min: 0, max: 1300 }),
      length: fc.integer({ min: 30, max: 700 }),
    }),
    { maxLength: 6 },
  )
  .map((spans) => ({
    hours: spans.map(({ weekday, from, length }) => ({
      weekday,
      from_time: time(from),
      to_time: time(Math.min(from + length, 1439)),
    })),
    closures: [{ from_day: '2026-08-10', to_day: '2026-08-25', reason: 'ferie' }],
  }))

describe('the slots of a weekly series', () => {
  test('start on its weekday, at its times on a Roman clock, one after the other, within the hours', () => {
    fc.assert(
      fc.property(weekly, span, door, (series, days, open) => {
        const slots = slotsOfSeries(series, open, days)
        slots.forEach((slot, at) => {
          const [day = '', clock = ''] = toRome(slot.starts_at).split('T')
          expect(weekdayOf(day)).toBe(series.weekday)
          expect(clock >= series.from_time && clock < series.to_time).toBe(true)
          expect(slot.ends_at).toBe(later(slot.starts_at, { minutes: series.every_minutes }))
          expect(isWithin(slot, open)).toBe(true)
          expect(day < '2026-08-10' || day > '2026-08-25').toBe(true)
          const before = slots[at - 1]
          if (before) expect(before.ends_at <= slot.starts_at).toBe(true)
        })
      }),
      { numRuns: 300, seed: 20_261_124 },
    )
  })

  test('are the same whether asked for week by week or at once', () => {
    fc.assert(
      fc.property(weekly, span, (series, { day }) => {
        const open = { hours: always, closures: [] }
        const weeks = [0, 7, 14].flatMap((ahead) =>
          slotsOfSeries(series, open, { day: daysLater(day, ahead), count: 7 }),
        )
        expect(weeks).toEqual(slotsOfSeries(series, open, { day, count: 21 }))
      }),
      { numRuns: 150, seed: 20_261_124 },
    )
  })
})

describe('the nights the clocks change', () => {
  const sundays: Series = {
    ...{ id: 's', kind: 'pickup', weekday: 'sun', from_time: '01:30', to_time: '04:00', every_minutes: 30 },
    ...{ capacity: 1, starts_on: '2026-01-01', ends_on: null, made_by: 'dario' },
  }
  const open = { hours: always, closures: [] }
  const starts = (day: string) => slotsOfSeries(sundays, open, { day, count: 1 }).map(({ starts_at }) => starts_at)

  test('in spring there is no half past two, and nobody is asked to come then', () => {
    expect(starts('2026-03-29').map(toRome)).toEqual(['2026-03-29T01:30', '2026-03-29T03:00', '2026-03-29T03:30'])
    expect(starts('2026-03-29')[1]).toBe('2026-03-29T01:00:00.000Z')
  })

  test('in autumn half past two is there twice, and is one slot: the first', () => {
    expect(starts('2026-10-25').map(toRome)).toEqual([
      '2026-10-25T01:30',
      '2026-10-25T02:00',
      '2026-10-25T02:30',
      '2026-10-25T03:00',
      '2026-10-25T03:30',
    ])
    expect(starts('2026-10-25')[2]).toBe('2026-10-25T00:30:00.000Z')
  })

  test('nine o’clock stays nine o’clock', () => {
    const mornings = { ...sundays, from_time: '09:00', to_time: '10:00', every_minutes: 60 }
    const of = (day: string) => slotsOfSeries(mornings, open, { day, count: 1 })[0]?.starts_at
    expect([of('2026-03-22'), of('2026-03-29'), of('2026-10-18'), of('2026-10-25')]).toEqual([
      '2026-03-22T08:00:00.000Z',
      '2026-03-29T07:00:00.000Z',
      '2026-10-18T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
    ])
  })
})
