import type { Db } from '#db/database.ts'
import type { MessagePhotoRow } from '#db/schema/messages.ts'
import type { Member } from '../act.ts'
import { shortName } from '../discovery/lot.ts'
import { type MessageSide, mayWrite, type Note, type Thread, writableUntil } from './message.ts'
import { standingIn } from './standing.read.server.ts'

const pageLength = 100

/**
 * The thread of a claim as one of its sides reads it: the newest hundred messages, oldest first, or those below
 * `before`. Undefined to strangers.
 */
export async function threadFor(
  db: Db,
  member: Member,
  claimId: string,
  { now, before }: { now: string; before?: string },
): Promise<Thread | undefined> {
  const standing = await standingIn(db, member, claimId)
  if (!standing) return undefined
  const { claim, side } = standing
  const [rows, marks, unread] = await Promise.all([
    messageRows(db)
      .where('messages.claim_id', '=', claimId)
      .$if(before !== undefined, (query) => query.where('messages.id', '<', before ?? ''))
      .orderBy('messages.id', 'desc')
      .limit(pageLength + 1)
      .execute(),
    readMarks(db, [claimId]),
    unreadByClaim(db, member, [claimId]),
  ])
  const shown = await withPhotos(db, rows.slice(0, pageLength).reverse())
  return {
    claim_id: claimId,
    title: claim.title,
    side,
    notes: shown.map((row) => asNote(row, member.id)),
    older: rows.length > pageLength ? shown[0]?.id : undefined,
    others_read_to: readByOthers(marks, claimId, side),
    unread: unread.get(claimId) ?? 0,
    may_write: mayWrite(claim, now),
    writable_until: writableUntil(claim),
  }
}

/** Messages of these threads from an id on, oldest first. At most 500. */
export async function messagesFrom(db: Db, claimIds: readonly string[], fromId: string) {
  const rows = await messageRows(db)
    .where('messages.claim_id', 'in', claimIds)
    .where('messages.id', '>=', fromId)
    .orderBy('messages.id')
    .limit(500)
    .execute()
  return withPhotos(db, rows)
}

export type MessageWithPhotos = Awaited<ReturnType<typeof messagesFrom>>[number]

export function asNote({ from_id, from_name, claim_id: _, ...row }: MessageWithPhotos, memberId: string): Note {
  return { ...row, name: shortName(from_name), is_mine: from_id === memberId }
}

/** How far each member has read in these threads. */
export function readMarks(db: Db, claimIds: readonly string[]) {
  return db
    .selectFrom('message_reads')
    .select(['claim_id', 'side', 'read_to'])
    .where('claim_id', 'in', claimIds)
    .execute()
}

type Mark = { claim_id: string; side: MessageSide; read_to: string }

/** The last message that somebody on another side has read; '' for none. */
export function readByOthers(marks: readonly Mark[], claimId: string, side: MessageSide) {
  return marks
    .filter((mark) => mark.claim_id === claimId && mark.side !== side)
    .reduce((last, { read_to }) => (read_to > last ? read_to : last), '')
}

/** How many messages a member has not read, by claim; threads without any are left out. */
export async function unreadByClaim(db: Db, member: Member, claimIds: readonly string[]) {
  if (claimIds.length === 0) return new Map<string, number>()
  const rows = await db
    .selectFrom('messages')
    .leftJoin('message_reads', (join) =>
      join.onRef('message_reads.claim_id', '=', 'messages.claim_id').on('message_reads.member_id', '=', member.id),
    )
    .select(({ fn }) => ['messages.claim_id', fn.countAll<number>().as('count')])
    .where('messages.claim_id', 'in', claimIds)
    .where('messages.from_id', '<>', member.id)
    .where((eb) => eb.or([eb('read_to', 'is', null), eb('messages.id', '>', eb.ref('read_to'))]))
    .groupBy('messages.claim_id')
    .execute()
  return new Map(rows.map(({ claim_id, count }) => [claim_id, count]))
}

function messageRows(db: Db) {
  return db
    .selectFrom('messages')
    .innerJoin('members', 'members.id', 'messages.from_id')
    .select([
      'messages.id',
      'messages.claim_id',
      'messages.from_id',
      'messages.side',
      'messages.kind',
      'messages.phrase',
      'messages.text',
      'messages.written_at',
      'members.name as from_name',
    ])
}

async function withPhotos<Row extends { id: string }>(db: Db, rows: readonly Row[]) {
  const photos = await photosIn(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    photos: photos.filter(({ message_id }) => message_id === row.id).map(({ message_id: _, ...facts }) => facts),
  }))
}

async function photosIn(db: Db, messageIds: readonly string[]): Promise<Omit<MessagePhotoRow, 'position'>[]> {
  if (messageIds.length === 0) return []
  return db
    .selectFrom('message_photos')
    .select(['message_id', 'hash', 'width', 'height', 'thumbhash'])
    .where('message_id', 'in', messageIds)
    .orderBy('position')
    .execute()
}
