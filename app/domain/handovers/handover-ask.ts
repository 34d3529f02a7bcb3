import { z } from 'zod'

export const conditions = ['as_described', 'worse', 'damaged'] as const

/** What whoever gives says at the handover. Quantities and grams are whole numbers: the route reads what was typed. */
export const HandoverAsk = z.object({
  code: z.string().trim().min(1, 'errors.required').max(40, 'errors.invalid'),
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
})
export type HandoverAsk = z.infer<typeof HandoverAsk>

export const ObjectionAsk = z.object({
  reason: z.string().trim().min(3, 'errors.required').max(1000, 'errors.invalid'),
})
