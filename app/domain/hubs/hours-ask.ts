import { z } from 'zod'
import { hoursOfWeek, weekShape } from '../places/week-ask.ts'

export const HoursAsk = z.object(weekShape).transform(hoursOfWeek)
export type HoursAsk = z.infer<typeof HoursAsk>

const day = z.iso.date('errors.date')

export const ClosureAsk = z
  .object({
    from_day: day,
    to_day: z.literal('').or(day),
    reason: z.string().trim().min(2, 'errors.required').max(120, 'errors.too-long?max=120'),
    /** What `closeDays` asked to have said back before it calls bookings off. */
    yes: z.string().optional(),
  })
  .transform((ask) => ({ ...ask, to_day: ask.to_day || ask.from_day }))
  .refine(({ from_day, to_day }) => from_day <= to_day, { path: ['to_day'], message: 'errors.days-order' })
export type ClosureAsk = z.infer<typeof ClosureAsk>
