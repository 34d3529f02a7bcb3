import type { Instant } from './column.ts'

export type MessageSide = 'donor' | 'claimant' | 'coordinator'

export type MessageRow = {
  id: string
  claim_id: string
  from_id: string
  /** Where the writer stood when they wrote. */
  side: MessageSide
  kind: 'text' | 'question' | 'answer'
  /** For a question or an answer: which of the quick ones; the words follow the reader's language. */
  phrase: string | null
  text: string
  idempotency_key: string
  written_at: Instant
}

export type MessagePhotoRow = {
  message_id: string
  position: number
  hash: string
  width: number
  height: number
  thumbhash: string
}

export type MessageReadRow = {
  claim_id: string
  member_id: string
  side: MessageSide
  /** The id of the last message read. */
  read_to: string
  /** When they last had the thread before them. */
  read_at: Instant
}
