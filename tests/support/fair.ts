import type { Act } from '#app/domain/act.ts'
import type { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import { closeWindow } from '#app/domain/claims/close-window.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { later } from '#app/domain/instant.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { actOf, db, given, type Neighbour, now } from './world.ts'

/** When the window of `windowed` lots closes. */
export const closing = later(now, { hours: 6 })

/** A lot whose requests are collected until `closing`. */
export function windowed(facts: Partial<ListingRow> = {}) {
  return given.listing({ total: 10, allocation_rule: 'fair_window', window_closes_at: closing, ...facts })
}

/** The clock acting, as jobs do. */
export function clockAct(at: string): Act {
  return { by: { id: 'clock', is_admin: true, coordinates: [] }, at, via: 'job' }
}

export const close = (listingId: string, at = closing) => write(db, (trx) => closeWindow(trx, clockAct(at), listingId))

const usual: ClaimAsk = {
  qty_wanted: 4,
  qty_min: 1,
  days: [],
  transport: 'van',
  purpose: 'Un banco.',
  organisation_id: null,
}

export const ask = (who: Neighbour, listingId: string, asked: Partial<ClaimAsk> = {}, at = now) =>
  write(db, (trx) => placeClaim(trx, actOf(who, at), listingId, { ...usual, ...asked }))

/** The same, from somebody who has no reason to be refused. */
export async function asked(who: Neighbour, listingId: string, facts: Partial<ClaimAsk> = {}, at = now) {
  const outcome = await ask(who, listingId, facts, at)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome.claim
}

export const claimRow = (id: string) =>
  db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const lotRow = (id: string) =>
  db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Clocks set so far, `kind due` each, soonest first. */
export async function clocksOf(subject: string) {
  const rows = await db
    .selectFrom('clocks')
    .select(['kind', 'due_at'])
    .where('subject_id', '=', subject)
    .orderBy('due_at')
    .execute()
  return rows.map(({ kind, due_at }) => `${kind} ${due_at}`)
}

export const eventsOf = (claimId: string, kind: string) =>
  db
    .selectFrom('claim_events')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute()

/** What this member was told, in order. */
export async function toldTo(member: string) {
  const rows = await db.selectFrom('notices').select('kind').where('member_id', '=', member).orderBy('id').execute()
  return rows.map(({ kind }) => kind)
}
