import type { OrganisationKind } from '#db/schema/people.ts'

const first: readonly OrganisationKind[] = ['association', 'school', 'public_body']

/** Whom a reserved lot is kept for at first: non-profits, schools and public bodies. */
export function putsFirst(kind: OrganisationKind) {
  return first.includes(kind)
}
