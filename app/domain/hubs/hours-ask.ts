import { z } from 'zod'
import { readSpans, weekdays } from '../places/opening.ts'

const spans = z.string().transform((text, context) => {
  const read = readSpans(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: 'errors.hours' })
  return z.NEVER
})

/** One text for each weekday, as people write it: «9–13, 15–19». An empty one is a closed day. */
export const HoursAsk = z
  .object({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans })
  .transform((week) => weekdays.flatMap((weekday) => week[weekday].map((span) => ({ weekday, ...span }))))
export type HoursAsk = z.infer<typeof HoursAsk>

const day = z.iso.date('errors.date')

export const ClosureAsk = z
  .object({
    from_day: day,
    to_day: z.literal('').or(day),
    reason: z.string().trim().min(2, 'errors.required').max(120, 'errors.too-long?max=120'),
  })
  .transform((ask) => ({ ...ask, to_day: ask.to_day || ask.from_day }))
  .refine(({ from_day, to_day }) => from_day <= to_day, { path: ['to_day'], message: 'errors.days-order' })
export type ClosureAsk = z.infer<typeof ClosureAsk>
