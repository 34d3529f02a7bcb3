export type { OrganisationKind } from '#db/schema/people.ts'

import { z } from 'zod'
import { organisationKinds } from './organisation-kinds.ts'
import { readVatNumber } from './vat-number.ts'

export const OrganisationAsk = z.object({
  organisation_name: z
    .string({ error: 'errors.required' })
    .trim()
    .min(1, 'errors.required')
    .max(120, 'errors.too-long?max=120'),
  organisation_kind: z.enum(organisationKinds, { error: 'errors.choose' }),
  vat_number: z
    .string()
    .trim()
    .default('')
    .refine((text) => text === '' || readVatNumber(text) !== undefined, 'people.errors.vat-number')
    .transform((text) => readVatNumber(text) ?? null),
})
export type OrganisationAsk = z.infer<typeof OrganisationAsk>
