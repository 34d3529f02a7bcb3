import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'

type Drawn = { draw_id: string; tickets: ReadonlyMap<string, string> }

/** Writes down what was drawn: each claim with its word, its ticket, and its place by ticket alone, from 1. */
export async function writeDraw(trx: Trx, { draw_id, tickets }: Drawn, claims: readonly ClaimRow[]) {
  const entries = claims
    .map(({ id, draw_word }) => ({ claim_id: id, word: draw_word, ticket: tickets.get(id) ?? '' }))
    .toSorted((one, other) => (one.ticket < other.ticket ? -1 : 1))
    .map((entry, ahead) => ({ draw_id, ...entry, place_drawn: ahead + 1 }))
  for (let at = 0; at < entries.length; at += 200)
    await trx
      .insertInto('draw_entries')
      .values(entries.slice(at, at + 200))
      .execute()
}
