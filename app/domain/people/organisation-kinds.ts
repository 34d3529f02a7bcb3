import type { OrganisationKind } from '#db/schema/people.ts'

/** Apart from the schema that checks them, so that the browser gets the list without zod. */
export const organisationKinds = [
  'company',
  'association',
  'workshop',
  'school',
  'public_body',
] as const satisfies readonly OrganisationKind[]
