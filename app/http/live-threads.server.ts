import type { MessageSide } from '#app/domain/messages/message.ts'
import { readOnAt } from '#app/domain/messages/message-cursor.ts'
import {
  asNote,
  type MessageWithPhotos,
  messagesFrom,
  readByOthers,
  readMarks,
} from '#app/domain/messages/messages.read.server.ts'
import { log } from '#app/gateways/log.server.ts'
import { db } from './store.server.ts'

/** Somebody who has a thread open, and what went down their line already. */
export type Listener = {
  claim_id: string
  member_id: string
  side: MessageSide
  read_to: string
  sent: Set<string>
  say: (event: string) => void
  close: () => void
}

type Switchboard = {
  listeners: Set<Listener>
  timer?: NodeJS.Timeout | undefined
  beat?: NodeJS.Timeout | undefined
  isAsking: boolean
  isAskedAgain: boolean
  isClosed: boolean
}

const every = { question: 500, beat: 20_000 }
const linesOfOne = 4

const held = globalThis as { rimessaLive?: Switchboard }

/** One per process, kept across hot reloads, and the same for the server that starts us and the bundle it serves. */
const board: Switchboard = (held.rimessaLive ??= {
  listeners: new Set(),
  isAsking: false,
  isAskedAgain: false,
  isClosed: false,
})

/** Takes up a line. False when this member has four already, or the process is about to end. */
export function join(listener: Listener) {
  const own = [...board.listeners].filter(({ member_id }) => member_id === listener.member_id)
  if (board.isClosed || own.length >= linesOfOne) return false
  board.listeners.add(listener)
  board.beat ??= setInterval(beat, every.beat).unref()
  wakeThreads()
  return true
}

export function leave(listener: Listener) {
  board.listeners.delete(listener)
  if (board.listeners.size > 0) return
  clearTimeout(board.timer)
  clearInterval(board.beat)
  board.timer = board.beat = undefined
}

/** Asks the database at once, because this process has just written to it. Other processes find out by themselves. */
export function wakeThreads() {
  clearTimeout(board.timer)
  if (board.isAsking) board.isAskedAgain = true
  else if (board.listeners.size > 0) ask()
}

/** Hangs up on everybody, so that the server can close; nobody joins any more. */
export function closeThreads() {
  board.isClosed = true
  for (const listener of [...board.listeners]) listener.close()
}

/** How many lines are open, for whoever watches over the process. */
export function openLines() {
  return board.listeners.size
}

function ask() {
  board.isAsking = true
  board.isAskedAgain = false
  deliverNew()
    .catch((error: unknown) => log.error({ err: error }, 'new messages could not be read'))
    .finally(() => {
      board.isAsking = false
      if (board.isAskedAgain) return wakeThreads()
      if (board.listeners.size > 0) board.timer = setTimeout(ask, every.question).unref()
    })
}

/** One question for all threads that anybody has open, however many they are. */
async function deliverNew() {
  const listeners = [...board.listeners]
  const from = readOnAt(Date.now())
  const claimIds = [...new Set(listeners.map(({ claim_id }) => claim_id))]
  const [rows, marks] = await Promise.all([messagesFrom(db, claimIds, from), readMarks(db, claimIds)])
  for (const listener of listeners) {
    for (const id of listener.sent) if (id < from) listener.sent.delete(id)
    for (const row of rows) if (row.claim_id === listener.claim_id) deliver(listener, row)
    const read_to = readByOthers(marks, listener.claim_id, listener.side)
    if (read_to > listener.read_to) {
      listener.read_to = read_to
      listener.say(`event: read\ndata: ${JSON.stringify(read_to)}\n\n`)
    }
  }
}

export function deliver(listener: Listener, row: MessageWithPhotos) {
  if (listener.sent.has(row.id)) return
  listener.sent.add(row.id)
  listener.say(`id: ${row.id}\nevent: note\ndata: ${JSON.stringify(asNote(row, listener.member_id))}\n\n`)
}

function beat() {
  for (const { say } of board.listeners) say(': still here\n\n')
}
