import { Temporal } from 'temporal-polyfill'
import type { HubClosureRow, HubHoursRow, Weekday } from '#db/schema/hubs.ts'
import { dayInRome, fromRome } from '../instant.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]

/** A stretch of a day on a Roman clock, 'HH:MM' both. */
export type Span = { from_time: string; to_time: string }
export type Hours = Pick<HubHoursRow, 'weekday' | 'from_time' | 'to_time'>
export type Closure = Pick<HubClosureRow, 'from_day' | 'to_day' | 'reason'>

export type Opening =
  | { is_open: true; until: string }
  /** `opens_at` is undefined when nothing is open in the next sixty days. */
  | { is_open: false; opens_at: string | undefined; closure: Closure | undefined }

export function weekdayOf(day: string): Weekday {
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'mon'
}

/** The same day, that many days later. */
export function daysLater(day: string, days: number) {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

export function closureOn(day: string, closures: readonly Closure[]) {
  return closures.find(({ from_day, to_day }) => from_day <= day && day <= to_day)
}

/** When it is open on a day, in order; nothing on a day it is closed for. */
export function spansOn(day: string, hours: readonly Hours[], closures: readonly Closure[]): Span[] {
  if (closureOn(day, closures)) return []
  const weekday = weekdayOf(day)
  return hours
    .filter((each) => each.weekday === weekday)
    .map(({ from_time, to_time }) => ({ from_time, to_time }))
    .sort((a, b) => a.from_time.localeCompare(b.from_time))
}

/** Whether it is open at an instant, and until or from when. */
export function openingAt(now: string, hours: readonly Hours[], closures: readonly Closure[]): Opening {
  const today = dayInRome(now)
  for (let ahead = 0; ahead <= 60; ahead++) {
    const day = daysLater(today, ahead)
    for (const { from_time, to_time } of spansOn(day, hours, closures)) {
      const [opens, closes] = [fromRome(`${day}T${from_time}`), fromRome(`${day}T${to_time}`)]
      if (opens <= now && now < closes) return { is_open: true, until: closes }
      if (now < opens) return { is_open: false, opens_at: opens, closure: closureOn(today, closures) }
    }
  }
  return { is_open: false, opens_at: undefined, closure: closureOn(today, closures) }
}

export type HoursGroup = { from: Weekday; to: Weekday; spans: Span[] }

/** Neighbouring weekdays with the same hours as one line; closed days are left out. */
export function groupedHours(hours: readonly Hours[]): HoursGroup[] {
  const groups: HoursGroup[] = []
  let last: { key: string; at: number } | undefined
  weekdays.forEach((weekday, at) => {
    const spans = hours
      .filter((each) => each.weekday === weekday)
      .map(({ from_time, to_time }) => ({ from_time, to_time }))
      .sort((a, b) => a.from_time.localeCompare(b.from_time))
    const group = groups.at(-1)
    if (spans.length === 0) return
    if (group && last?.key === writeSpans(spans) && last.at === at - 1) group.to = weekday
    else groups.push({ from: weekday, to: weekday, spans })
    last = { key: writeSpans(spans), at }
  })
  return groups
}

/** Reads a day's hours as people write them: «9–13, 15:30–19», «9-13 15.30-19». Undefined when they cannot be. */
export function readSpans(text: string): Span[] | undefined {
  const typed = text.trim()
  if (typed === '') return []
  const parts = typed.split(/\s*[,;]\s*|\s+e\s+|\s+and\s+|(?<=\d)\s+(?=\d)/)
  const spans = parts.map(readSpan)
  if (!spans.every((span) => span !== undefined)) return undefined
  const inOrder = spans.sort((a, b) => a.from_time.localeCompare(b.from_time))
  return inOrder.some(({ to_time }, at) => to_time > (inOrder[at + 1]?.from_time ?? '99')) ? undefined : inOrder
}

/** «9–13, 15:30–19»: what `readSpans` reads. */
export function writeSpans(spans: readonly Span[]) {
  return spans.map(({ from_time, to_time }) => `${short(from_time)}–${short(to_time)}`).join(', ')
}

/** '09:00' → '9', '15:30' → '15:30'. */
export function short(time: string) {
  const [hour = '', minute = ''] = time.split(':')
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}:${minute}`
}

function readSpan(text: string): Span | undefined {
  const [from, to, ...more] = text.split(/\s*[-–—]\s*/)
  const from_time = readTime(from)
  const to_time = readTime(to)
  return from_time && to_time && more.length === 0 && from_time < to_time ? { from_time, to_time } : undefined
}

/** '9', '9:30', '9.30', '09:30' → 'HH:MM'. */
export function readTime(text: string | undefined) {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(text ?? '') ?? []
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined
}
