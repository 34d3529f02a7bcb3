import { z } from 'zod'
import { mostWrongTries } from '../claims/handover-code.ts'
import { failures } from './round.ts'

const key = z.string().min(8, 'errors.invalid').max(80, 'errors.invalid')
const instant = z.iso.datetime({ error: 'errors.date' })
const grams = z.number().int().nonnegative('errors.invalid')

/** When it happened by the clock of whoever did it, and what that clock showed when they sent it: it may be wrong. */
const moment = { happened_at: instant.optional(), sent_at_phone: instant.optional(), idempotency_key: key }

const weighed = {
  load_id: z.string().min(1),
  quantity: z.number().int().positive('errors.invalid'),
  grams,
  grade: z.enum(['A', 'B', 'C', 'D', 'E'], { error: 'errors.choose' }),
  photo_hash: z.string().nullable().default(null),
  ...moment,
}

const proof = {
  code: z.string().trim().max(200).default(''),
  proof_photo_hash: z.string().nullable().default(null),
  wrong_tries: z.number().int().min(0).max(mostWrongTries).default(0),
  tare_g: grams.default(0),
  device: z.string().trim().max(120).default(''),
  condition: z.enum(['as_described', 'worse', 'damaged']).default('as_described'),
  note: z.string().trim().max(1000).default(''),
}

/** What can happen at a stop, sent at once or when there is signal again. Grams are net. */
export const DeedAsk = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('collected'), ...weighed, ...proof }),
  z.object({ deed: z.literal('hub_out'), ...weighed }),
  z.object({ deed: z.literal('delivered'), ...weighed, ...proof }),
  z.object({ deed: z.literal('hub_in'), ...weighed }),
  z.object({ deed: z.literal('disposed'), ...weighed, reason: z.string().trim().min(3, 'errors.required').max(300) }),
  z.object({
    deed: z.literal('failed'),
    stop_id: z.string().min(1),
    failure: z.enum(failures, { error: 'errors.choose' }),
    note: z.string().trim().max(300).default(''),
    ...moment,
  }),
])
export type DeedAsk = z.infer<typeof DeedAsk>
export type Weighing = Exclude<DeedAsk, { deed: 'failed' }>
