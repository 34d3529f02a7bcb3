import { z } from 'zod'
import { writeSpans } from '../places/opening.ts'
import { daySpans, hoursOfWeek, weekShape } from '../places/week-ask.ts'
import { mostDays } from './availability.ts'

const isoDay = z.iso.date()

/** A usual week, days that are not as usual in `day_0`, `hours_0` and so on, and what it is said of. */
export const AvailabilityAsk = z
  .object({ ...weekShape, scope: z.enum(['lot', 'place'], { error: 'errors.choose' }) })
  .catchall(z.string())
  .transform((ask, context) => ({ scope: ask.scope, hours: hoursOfWeek(ask), days: daysOf(ask, context) }))
export type AvailabilityAsk = z.infer<typeof AvailabilityAsk>

type Typed = Readonly<Record<string, unknown>>
type Context = z.core.$RefinementCtx

function daysOf(typed: Typed, context: Context) {
  const days = new Map<string, string>()
  for (let at = 0; at < mostDays; at++) {
    const [day, hours] = [`day_${at}`, `hours_${at}`].map((name) => String(typed[name] ?? '').trim())
    if (!day && !hours) continue
    const wrong = !day ? 'errors.required' : !isoDay.safeParse(day).success ? 'errors.date' : undefined
    if (wrong) context.addIssue({ code: 'custom', message: wrong, path: [`day_${at}`] })
    if (day && days.has(day)) context.addIssue({ code: 'custom', message: 'errors.day-twice', path: [`day_${at}`] })
    const spans = daySpans.safeParse(hours ?? '')
    if (!spans.success) context.addIssue({ code: 'custom', message: 'errors.hours', path: [`hours_${at}`] })
    else if (day) days.set(day, writeSpans(spans.data))
  }
  return [...days].map(([day, spans]) => ({ day, spans }))
}
