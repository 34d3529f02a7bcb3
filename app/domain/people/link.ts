import type { MemberLinkRow } from '#db/schema/people.ts'
import type { Span } from '../instant.ts'

export type LinkKind = MemberLinkRow['kind']

/** How long a one-time link opens anything. */
export const linkLife: Record<LinkKind, Span> = {
  verify_email: { hours: 48 },
  reset_password: { hours: 1 },
  first_admin: { hours: 24 },
}
