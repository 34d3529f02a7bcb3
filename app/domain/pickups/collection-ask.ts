import { z } from 'zod'
import { readQuantity, units } from '../listings/quantity.ts'
import { numberMessage } from '../listings/quantity-message.ts'
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

/** No van carries more: kilograms, cubic metres. */
const most = { g: 10_000, dm3: 60 }

/** What there usually is, in kilograms or cubic metres; nothing when nobody knows. */
function measured(unit: 'g' | 'dm3') {
  const { symbol, decimals } = units[unit]
  return z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const read = readQuantity(text, unit)
      if (!read.problem && read.value <= most[unit] * 1000) return read.value
      const message = read.problem ? numberMessage(read, symbol, decimals) : `errors.at-most?max=${most[unit]}`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

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
    expected: measured('g'),
    room: measured('dm3'),
  })
  .refine(({ starts_on, ends_on }) => ends_on === '' || starts_on <= ends_on, {
    path: ['ends_on'],
    message: 'errors.days-order',
  })
  .transform(({ expected, room, ...ask }) => ({ ...ask, expected_g: expected, expected_dm3: room }))
export type CollectionAsk = z.infer<typeof CollectionAsk>

/** Which one, by the day the plan gives it. */
const which = { collection_id: z.string(), day }

export const CollectionMoveAsk = z.object({ ...which, moved_to: day, reason })
export type CollectionMoveAsk = z.infer<typeof CollectionMoveAsk>

export const CollectionEndAsk = z.object({ reason })

export const CollectionSkipAsk = z.object({ ...which, reason: reason.pipe(z.string().min(2, 'errors.required')) })
export type CollectionSkipAsk = z.infer<typeof CollectionSkipAsk>
