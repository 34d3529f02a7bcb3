import type { Instant } from './column.ts'

export type ClockRow = {
  id: string
  kind: string
  subject_id: string
  /** Kind, subject and time: setting the same clock twice sets it once. */
  clock_key: string
  set_at: Instant
  due_at: Instant
  tries: number
  done_at: Instant | null
  given_up_at: Instant | null
  last_problem: string | null
}
