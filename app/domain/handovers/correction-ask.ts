import { z } from 'zod'
import { correctionReasons } from './correction-reason.ts'

export const CorrectionAsk = z.object({
  reason: z.enum(correctionReasons, { error: 'errors.choose' }),
  grade: z.enum(['A', 'B', 'C', 'D', 'E'], { error: 'errors.choose' }),
})
