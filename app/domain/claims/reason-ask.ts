import { z } from 'zod'
import { cancellationReasons, refusalReasons } from './end-reasons.ts'

/** Why a claim ends: one of the reasons the form offers. */
export const RefusalAsk = z.object({ reason: z.enum(refusalReasons, { error: 'errors.choose' }) })
export const CancellationAsk = z.object({ reason: z.enum(cancellationReasons, { error: 'errors.choose' }) })
