import { z } from 'zod'
import { isWallClock } from '../instant.ts'

/** A time to come, as typed on a Roman clock. */
export const PickupAsk = z.object({
  starts_at: z.string({ error: 'errors.required' }).refine(isWallClock, 'errors.date'),
  minutes: z.coerce.number({ error: 'errors.choose' }).int().min(15, 'errors.choose').max(480, 'errors.choose'),
  note: z.string().trim().max(500, 'errors.too-long?max=500').default(''),
  override_reason: z.string().trim().max(200, 'errors.too-long?max=200').default(''),
})
export type PickupAsk = z.infer<typeof PickupAsk>
