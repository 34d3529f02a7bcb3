import { z } from 'zod'
import { troubles } from './pickup.ts'

export const TroubleAsk = z.object({ trouble: z.enum(troubles, { error: 'errors.choose' }) })
export type TroubleAsk = z.infer<typeof TroubleAsk>
