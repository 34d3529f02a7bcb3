import type { HandoverRow, ThanksRow } from '#db/schema/handovers.ts'
import { coordinates, type Member } from '../act.ts'
import { later } from '../instant.ts'

/** To whom a member's thanks would go; undefined to all but the two who met, and before both have confirmed. */
export function thankedBy(memberId: string, { state, giver_id, taker_id }: HandoverRow) {
  if (state !== 'confirmed') return undefined
  if (memberId === giver_id) return taker_id
  return memberId === taker_id ? giver_id : undefined
}

type Written = Pick<ThanksRow, 'id' | 'text' | 'from_id' | 'written_at'> & { from_name: string; hub_id: string | null }

/** A note as anyone reads it: the words, a first name, the month. */
export function asThanksNote(note: Written, member: Member | undefined, now: string) {
  const { id, text, written_at, from_name } = note
  const may_remove = member !== undefined && mayRemoveThanks(member, note, note.hub_id, now)
  return { id, text, written_at, name: from_name.trim().split(/\s+/)[0] ?? '', may_remove }
}

/** Its author for a day; the lot's coordinators always. */
export function mayRemoveThanks(
  member: Member,
  { from_id, written_at }: Pick<ThanksRow, 'from_id' | 'written_at'>,
  hubId: string | null,
  now: string,
) {
  return coordinates(member, hubId) || (member.id === from_id && now < later(written_at, { days: 1 }))
}
