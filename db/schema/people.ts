import type { Flag, Instant } from './column.ts'

export type MemberRow = {
  id: string
  email: string
  email_verified_at: Instant | null
  name: string
  about: string
  password_hash: string | null
  locale: 'it' | 'en'
  is_admin: Flag
  joined_at: Instant
  erased_at: Instant | null
}

export type SessionRow = {
  id: string
  member_id: string
  started_at: Instant
  seen_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
  device: string
}

/** One-time links. Only the SHA-256 of what was mailed is kept. */
export type MemberLinkRow = {
  id: string
  member_id: string | null
  kind: 'verify_email' | 'reset_password' | 'first_admin'
  made_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export type OrganisationKind = 'company' | 'association' | 'workshop' | 'school' | 'public_body'

export type OrganisationRow = {
  id: string
  name: string
  kind: OrganisationKind
  vat_number: string | null
  about: string
  registered_at: Instant
}

export type MembershipRow = {
  organisation_id: string
  member_id: string
  role: 'owner' | 'staff'
  since: Instant
}
