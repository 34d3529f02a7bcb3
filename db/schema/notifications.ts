import type { Instant } from './column.ts'

export type NoticeRow = {
  id: string
  member_id: string
  kind: string
  subject: 'listing' | 'claim' | 'pickup' | 'handover' | 'member'
  subject_id: string
  /** Once per event: the same event never tells the same person twice. */
  event_key: string
  details: string
  written_at: Instant
  seen_at: Instant | null
}

/** Mail waiting to be carried. Written in the transaction of the change it tells of. */
export type MailRow = {
  id: string
  member_id: string | null
  address: string
  locale: 'it' | 'en'
  kind: string
  details: string
  attachment: string | null
  written_at: Instant
  next_try_at: Instant
  tries: number
  carried_at: Instant | null
  given_up_at: Instant | null
  last_problem: string | null
}

export type HeartbeatRow = { job: string; beat_at: Instant; note: string }
