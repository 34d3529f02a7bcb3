import { z } from 'zod'

const key = (bytes: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}=*$`), 'errors.invalid')

/** What a browser hands out for pushes: where to send them, its P-256 point (65 bytes) and its secret (16 bytes). */
export const PushDeviceAsk = z.object({
  endpoint: z.url('errors.invalid').max(1000, 'errors.invalid'),
  p256dh: key(65),
  auth: key(16),
})
export type PushDeviceAsk = z.infer<typeof PushDeviceAsk>
