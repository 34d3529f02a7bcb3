import type { Flag, Instant } from './column.ts'

export type NoticeRow = {
  id: string
  member_id: string
  kind: string
  subject: 'listing' | 'wanted' | 'match' | 'claim' | 'pickup' | 'booking' | 'collection' | 'handover' | 'member'
  subject_id: string
  /** Once per event: the same event never tells the same person twice. */
  event_key: string
  details: string
  written_at: Instant
  seen_at: Instant | null
  topic: string
  /** 'now' has a mail of its own, 'digest' waits for the next digest, 'none' stays in the app. */
  mail_plan: 'now' | 'digest' | 'none'
  digest_mail_id: string | null
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
  topic: string
  notice_id: string | null
}

export type HeartbeatRow = { job: string; beat_at: Instant; note: string }

export type NoticeSettingsRow = {
  member_id: string
  /** Roman wall clock, 'HH:MM'. */
  quiet_from: string
  quiet_to: string
  digest_hour: number
  unsubscribe_key: string
}

export type NoticeChoiceRow = { member_id: string; topic: string; mail: 'now' | 'digest' | 'never'; push: Flag }

export type PushSubscriptionRow = {
  id: string
  member_id: string
  endpoint: string
  p256dh: string
  auth: string
  device: string
  made_at: Instant
}

export type PushRow = {
  id: string
  notice_id: string
  subscription_id: string
  written_at: Instant
  next_try_at: Instant
  tries: number
  carried_at: Instant | null
  given_up_at: Instant | null
  last_problem: string | null
}

/** Keys an installation makes for itself on its first start. */
export type InstanceKeyRow = { name: string; public_key: string; private_key: string; made_at: Instant }
