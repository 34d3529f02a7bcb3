import { z } from 'zod'

const wallClock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** A time to come, as typed on a Roman clock. */
export const PickupAsk = z.object({
  starts_at: z.string({ error: 'errors.required' }).regex(wallClock, 'errors.date'),
  minutes: z.coerce.number({ error: 'errors.choose' }).int().min(15, 'errors.choose').max(480, 'errors.choose'),
  note: z.string().trim().max(500, 'errors.too-long?max=500').default(''),
  override_reason: z.string().trim().max(200, 'errors.too-long?max=200').default(''),
})
export type PickupAsk = z.infer<typeof PickupAsk>
