import { z } from 'zod'
import { readSpans, weekdays } from '../places/opening.ts'
import { rhythms } from './collection.ts'

const day = z.iso.date('errors.date')
const reason = z.string().trim().max(120, 'errors.too-long?max=120').default('')

const span = z.string().transform((text, context) => {
  const [only, ...more] = readSpans(text) ?? []
  if (only && more.length === 0) return only
  context.addIssue({ code: 'custom', message: 'errors.hours-one' })
  return z.NEVER
})

/** «Ogni secondo giovedì, 9–11, da Edilferro». `nth` counts in a month only, 5 for the last. */
export const CollectionAsk = z
  .object({
    organisation_id: z.string().min(1, 'errors.choose'),
    rhythm: z.enum(rhythms, { error: 'errors.choose' }),
    weekday: z.enum(weekdays, { error: 'errors.choose' }),
    nth: z.coerce
      .number('errors.choose')
      .int('errors.choose')
      .min(1, 'errors.choose')
      .max(5, 'errors.choose')
      .default(1),
    hours: span,
    starts_on: day,
    ends_on: z.literal('').or(day).default(''),
    note: z.string().trim().max(200, 'errors.too-long?max=200').default(''),
  })
  .refine(({ starts_on, ends_on }) => ends_on === '' || starts_on <= ends_on, {
    path: ['ends_on'],
    message: 'errors.days-order',
  })
export type CollectionAsk = z.infer<typeof CollectionAsk>

/** Which one, by the day the plan gives it. */
const which = { collection_id: z.string(), day }

export const CollectionMoveAsk = z.object({ ...which, moved_to: day, reason })
export type CollectionMoveAsk = z.infer<typeof CollectionMoveAsk>

export const CollectionSkipAsk = z.object({ ...which, reason: reason.pipe(z.string().min(2, 'errors.required')) })
export type CollectionSkipAsk = z.infer<typeof CollectionSkipAsk>
