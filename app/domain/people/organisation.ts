export type { OrganisationKind } from '#db/schema/people.ts'
import { z } from 'zod'
import type { OrganisationKind } from '#db/schema/people.ts'
import { readVatNumber } from './vat-number.ts'

export const organisationKinds = ['company', 'association', 'workshop', 'school', 'public_body'] as const satisfies readonly OrganisationKind[]

export const OrganisationAsk = z.object({
  organisation_name: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(120, 'errors.too-long?max=120'),
  organisation_kind: z.enum(organisationKinds, { error: 'errors.choose' }),
  vat_number: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || readVatNumber(text) !== undefined, 'people.errors.vat-number')
    .transform((text) => readVatNumber(text) ?? null),
})
export type OrganisationAsk = z.infer<typeof OrganisationAsk>
