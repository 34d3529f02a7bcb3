import { z } from 'zod'
import { readSpans, weekdays } from './opening.ts'

/** A day's hours as people write them: «9–13, 15–19». Empty: none. */
export const daySpans = z.string().transform((text, context) => {
  const read = readSpans(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'errors.hours' })
  return z.NEVER
})

/** One text for each weekday. */
export const weekShape = {
  mon: daySpans,
  tue: daySpans,
  wed: daySpans,
  thu: daySpans,
  fri: daySpans,
  sat: daySpans,
  sun: daySpans,
}
type Week = Record<(typeof weekdays)[number], z.infer<typeof daySpans>>

export const hoursOfWeek = (week: Week) =>
  weekdays.flatMap((weekday) => week[weekday].map((span) => ({ weekday, ...span })))
