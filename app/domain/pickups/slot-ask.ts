import { z } from 'zod'
import { readSpans, weekdays } from '../places/opening.ts'
import { slotKinds } from './slot.ts'

const kind = z.enum(slotKinds, { error: 'errors.choose' })
const capacity = z.coerce
  .number('errors.number')
  .int('errors.whole')
  .min(1, 'errors.not-positive')
  .max(200, 'errors.at-most?max=200')
const every_minutes = z.coerce
  .number('errors.choose')
  .int('errors.choose')
  .min(10, 'errors.choose')
  .max(480, 'errors.choose')
const day = z.iso.date('errors.date')

/** «9–12» */
const span = z.string().transform((text, context) => {
  const [only, ...more] = readSpans(text) ?? []
  if (only && more.length === 0) return only
  context.addIssue({ code: 'custom', message: 'errors.hours-one' })
  return z.NEVER
})

/** Slots to open: on one day, or every week on one weekday. */
export const SlotsAsk = z
  .object({
    kind,
    capacity,
    every_minutes,
    hours: span,
    when: z.enum([...weekdays, 'once'], { error: 'errors.choose' }),
    day: z.literal('').or(day).default(''),
  })
  .refine(({ when, day }) => when !== 'once' || day !== '', { path: ['day'], message: 'errors.required' })
export type SlotsAsk = z.infer<typeof SlotsAsk>

/** One of the slots a page showed. */
export const BookingAsk = z.object({
  starts_at: z.iso.datetime('errors.choose'),
  note: z.string().trim().max(300, 'errors.too-long?max=300').default(''),
})
export type BookingAsk = z.infer<typeof BookingAsk>

export const SlotClosureAsk = z.object({
  kind,
  starts_at: z.iso.datetime('errors.choose'),
  reason: z.string().trim().min(2, 'errors.required').max(120, 'errors.too-long?max=120'),
})
export type SlotClosureAsk = z.infer<typeof SlotClosureAsk>
