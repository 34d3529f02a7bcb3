import { z } from 'zod'
import { mostWrongTries } from '../claims/handover-code.ts'

export const conditions = ['as_described', 'worse', 'damaged'] as const

/** What whoever writes a handover down says. Quantities and grams are whole numbers: the route reads what was typed. */
export const HandoverAsk = z.object({
  /** The other side's, typed or scanned; empty where the other is not there and a picture stands in for them. */
  code: z.string().trim().max(200, 'errors.invalid'),
  /** A picture of what changes hands, where it does. */
  proof_photo_hash: z.string().nullable().optional(),
  quantity: z.number().int().positive(),
  condition: z.enum(conditions, { error: 'errors.choose' }),
  note: z.string().trim().max(1000, 'errors.invalid'),
  grade: z.enum(['A', 'B', 'C', 'D', 'E'], { error: 'errors.choose' }),
  /** Net grams; null in grade E. */
  typ_g: z.number().int().positive().nullable(),
  tare_g: z.number().int().nonnegative(),
  device: z.string().trim().max(120, 'errors.invalid'),
  photo_hash: z.string().nullable(),
  /** Made with the form: the same form sent twice is one handover. */
  idempotency_key: z.string().min(8, 'errors.invalid').max(80, 'errors.invalid'),
  /** By the phone's clock, where it is sent later than it happened. */
  happened_at: z.iso.datetime('errors.invalid').optional(),
  /** What the same clock says at the moment of sending: by the difference from ours we know how wrong it is. */
  sent_at_phone: z.iso.datetime('errors.invalid').optional(),
  /** Wrong codes that the phone counted while it had no network. */
  wrong_tries: z.number().int().min(0).max(mostWrongTries).optional(),
})
export type HandoverAsk = z.infer<typeof HandoverAsk>

export const ObjectionAsk = z.object({
  reason: z.string().trim().min(3, 'errors.required').max(1000, 'errors.invalid'),
})
