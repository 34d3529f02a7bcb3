export type { MessageSide } from '#db/schema/messages.ts'

import type { MessageRow, MessageSide } from '#db/schema/messages.ts'
import { later } from '../instant.ts'
import type { PhotoFacts } from '../listings/photo.ts'

export const messageLimits = { text: 2000, photos: 4, perTenMinutes: 30, daysAfterTheEnd: 30 }

/** What either side asks most, with the answers it can be given by one tap. The words follow the reader's language. */
export const answersTo = {
  'still-there': ['yes', 'part', 'no'],
  'help-to-load': ['yes', 'bring-one', 'no'],
  'van-access': ['yes', 'small-van', 'no'],
  'other-pieces': ['yes', 'on-site', 'no'],
  'still-needed': ['yes', 'less', 'no'],
  'enough-hands': ['yes', 'alone'],
  'with-van': ['van', 'car', 'bike'],
} as const

export type Question = keyof typeof answersTo

const asked: Record<'donor' | 'claimant', readonly Question[]> = {
  claimant: ['still-there', 'help-to-load', 'van-access', 'other-pieces'],
  donor: ['still-needed', 'enough-hands', 'with-van'],
}

/** What a side may ask by one tap: a coordinator asks what a donor would. */
export function questionsOf(side: MessageSide) {
  return asked[side === 'claimant' ? 'claimant' : 'donor']
}

/** The one-tap answers to a question as they are stored: 'van-access.small-van'. */
export function phrasesFor(question: string) {
  return isQuestion(question) ? answersTo[question].map((answer) => `${question}.${answer}`) : []
}

export function isQuestion(phrase: string): phrase is Question {
  return Object.hasOwn(answersTo, phrase)
}

/** A question or an answer that exists. */
export function isPhrase(phrase: string) {
  const [question = ''] = phrase.split('.')
  return isQuestion(phrase) || phrasesFor(question).includes(phrase)
}

/** A message as one reader gets it. `name` is short: «Ada F.». */
export type Note = Pick<MessageRow, 'id' | 'side' | 'kind' | 'phrase' | 'text' | 'written_at'> & {
  name: string
  is_mine: boolean
  photos: PhotoFacts[]
}

/** A claim's thread as one of its sides reads it, the newest hundred messages or those before one of them. */
export type Thread = {
  claim_id: string
  title: string
  side: MessageSide
  notes: Note[]
  /** Below which message the page before this one lies. */
  older: string | undefined
  /** The last message that somebody on another side has read; '' for none. */
  others_read_to: string
  unread: number
  may_write: boolean
  writable_until: string | undefined
}

/** The last question of another side that this side has not answered by a tap, while it is still the talk of the thread. */
export function openQuestion(notes: readonly Pick<Note, 'kind' | 'phrase' | 'side'>[], side: MessageSide) {
  const last = notes.findLast((note) => note.side !== side && note.kind === 'question')
  if (!last?.phrase || !isQuestion(last.phrase)) return undefined
  const answers: readonly string[] = phrasesFor(last.phrase)
  const later = notes.slice(notes.indexOf(last) + 1)
  return later.some((note) => note.side === side && answers.includes(note.phrase ?? '')) ? undefined : last.phrase
}

/** The instant after which a thread is only to be read; undefined while its claim is open. */
export function writableUntil(claim: { ended_at: string | null }) {
  return claim.ended_at === null ? undefined : later(claim.ended_at, { days: messageLimits.daysAfterTheEnd })
}

export function mayWrite(claim: { ended_at: string | null }, now: string) {
  const until = writableUntil(claim)
  return until === undefined || now < until
}
