import { z } from 'zod'

const transports = ['on_foot', 'bike', 'car', 'van', 'truck', 'needs_delivery'] as const
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Quantities arrive in the lot's base unit: the route has read them with the unit's own reader. */
export const ClaimAsk = z.object({
  qty_wanted: z.number().int().positive(),
  qty_min: z.number().int().positive(),
  days: z.array(z.enum(weekdays)),
  transport: z.enum(transports, { error: 'errors.choose' }),
  purpose: z.string().trim().min(1, 'errors.required').max(500, 'errors.too-long?max=500'),
  organisation_id: z.string().nullable(),
})
export type ClaimAsk = z.infer<typeof ClaimAsk>
