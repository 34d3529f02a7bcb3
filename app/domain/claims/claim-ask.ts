import { z } from 'zod'
import { cleanDrawWord } from '../listings/draw.ts'

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
  /** The hub whose stock it is for; its coordinators alone may say so. */
  hub_id: z.string().nullable().optional(),
  /** A word for the draw, of the claimant's choice; what would break the public data is taken out. */
  draw_word: z.string().max(200, 'errors.too-long?max=40').transform(cleanDrawWord).optional(),
  /** What the form showed: where it is no longer so, the claimant is asked to look again. */
  seen_rule: z.enum(['fair_window', 'donor_picks', 'first_come']).optional(),
  seen_revised_at: z.string().optional(),
})
export type ClaimAsk = z.infer<typeof ClaimAsk>
