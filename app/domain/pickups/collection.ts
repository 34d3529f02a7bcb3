import { Temporal } from 'temporal-polyfill'
import type { CollectionChangeRow, CollectionRow } from '#db/schema/pickups.ts'
import { daysLater, weekdayOf } from '../places/opening.ts'

export const rhythms = ['weekly', 'fortnightly', 'monthly'] as const satisfies readonly CollectionRow['rhythm'][]

export type Plan = Pick<CollectionRow, 'rhythm' | 'weekday' | 'nth' | 'starts_on' | 'ends_on'>
export type Change = Pick<CollectionChangeRow, 'day' | 'moved_to' | 'reason'>
/** `day` is the one of the plan, by which it goes on being known; `on` when it will be, undefined when it is skipped. */
export type Occurrence = { day: string; on: string | undefined; reason: string }

/** How far from its own day one of them may be moved. */
export const farthestMove = 28

/** Whether a plan has one on this Roman day, before anybody moves it. Every second week counts from its first. */
export function fallsOn({ rhythm, weekday, nth, starts_on, ends_on }: Plan, day: string) {
  if (weekdayOf(day) !== weekday || day < starts_on || (ends_on !== null && ends_on < day)) return false
  if (rhythm === 'weekly') return true
  return rhythm === 'fortnightly' ? isEvenWeek(starts_on, weekday, day) : isNth(day, nth ?? 1)
}

/** The days of a plan from `day` on, before anybody moves them. */
export function daysOfPlan(plan: Plan, { day, count }: { day: string; count: number }): string[] {
  return Array.from({ length: count }, (_, ahead) => daysLater(day, ahead)).filter((each) => fallsOn(plan, each))
}

/** What becomes of a plan on the days from `day` on, soonest first: moved ones where they are now, skipped ones in their place. */
export function occurrencesOf(plan: Plan, changes: readonly Change[], days: { day: string; count: number }) {
  const wider = { day: daysLater(days.day, -farthestMove), count: days.count + 2 * farthestMove }
  const last = daysLater(days.day, days.count - 1)
  return daysOfPlan(plan, wider)
    .map((day): Occurrence => {
      const change = changes.find((each) => each.day === day)
      return { day, on: change ? (change.moved_to ?? undefined) : day, reason: change?.reason ?? '' }
    })
    .filter(({ day, on = day }) => days.day <= on && on <= last)
    .sort((a, b) => (a.on ?? a.day).localeCompare(b.on ?? b.day))
}

function isEvenWeek(starts_on: string, weekday: Plan['weekday'], day: string) {
  const first = Array.from({ length: 7 }, (_, at) => daysLater(starts_on, at)).find(
    (each) => weekdayOf(each) === weekday,
  )
  return Temporal.PlainDate.from(first ?? starts_on).until(day, { largestUnit: 'days' }).days % 14 === 0
}

function isNth(day: string, nth: number) {
  const { day: ofMonth, daysInMonth } = Temporal.PlainDate.from(day)
  return nth === 5 ? ofMonth + 7 > daysInMonth : Math.ceil(ofMonth / 7) === nth
}
