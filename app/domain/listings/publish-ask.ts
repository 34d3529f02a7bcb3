import { z } from 'zod'
import { orgOrigins } from './org-origins.ts'

/** What a donor declares before anything is public (impact accounting §2.2). */
export const PublishAsk = z
  .object({
    /** Empty: for themself. */
    organisation_id: z
      .string()
      .default('')
      .transform((id) => id || null),
    origin: z.enum(orgOrigins).optional(),
    given_as: z.enum(['use', 'waste'], { error: 'errors.choose' }),
    declared: z.literal('1', { error: 'errors.declare' }).optional(),
  })
  .refine((ask) => ask.given_as === 'waste' || ask.declared, { path: ['declared'], error: 'errors.declare' })
  .refine((ask) => ask.given_as === 'waste' || ask.organisation_id === null || ask.origin, {
    path: ['origin'],
    error: 'errors.choose',
  })
export type PublishAsk = z.infer<typeof PublishAsk>
