import { z } from 'zod'

export const refusalReasons = ['needed-elsewhere', 'too-late', 'wrong-transport', 'not-available', 'other'] as const
export const cancellationReasons = ['changed-mind', 'no-van', 'too-late', 'not-available', 'other'] as const

/** Why a claim ends: one of the reasons the form offers. */
export const RefusalAsk = z.object({ reason: z.enum(refusalReasons, { error: 'errors.choose' }) })
export const CancellationAsk = z.object({ reason: z.enum(cancellationReasons, { error: 'errors.choose' }) })
