import { z } from 'zod'

const told = z.string().trim().min(3, 'errors.required').max(1000, 'errors.too-long?max=1000')

export const NoShowAsk = z.object({
  absent: z.enum(['claimant', 'donor'], { error: 'errors.choose' }),
  note: z.string().trim().max(500, 'errors.too-long?max=500').default(''),
})
export type NoShowAsk = z.infer<typeof NoShowAsk>

export const ContestAsk = z.object({ text: told })

export const NoShowDecisionAsk = z.object({
  decision: z.enum(['stands', 'struck'], { error: 'errors.choose' }),
  note: told,
})
export type NoShowDecisionAsk = z.infer<typeof NoShowDecisionAsk>
