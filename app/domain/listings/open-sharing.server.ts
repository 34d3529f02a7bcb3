import type { Trx } from '#db/database.ts'
import type { AllocationRule, ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { later } from '../instant.ts'
import { commitDraw } from './draw.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'
import { rescueFrom, windowCloses } from './window.ts'

/**
 * A lot is public from now on: under a fair window its draw is committed and requests are collected; in its last day the
 * first to come is served, whatever its donor chose.
 */
export async function openSharing(trx: Trx, act: Act, lot: ListingRow): Promise<ListingRow> {
  const closes = windowCloses(act.at, lot.must_go_by)
  const rule = closes === undefined ? 'first_come' : lot.allocation_rule
  const isWindow = rule === 'fair_window' && closes !== undefined
  const window_closes_at = isWindow ? await commitDraw(trx, act, lot.id, closes) : null
  const opened = await setRule(trx, lot.id, rule, window_closes_at)
  if (window_closes_at !== null) await setClock(trx, act, 'close-window', lot.id, window_closes_at)
  if (rule !== lot.allocation_rule) await recordRescue(trx, act, lot)
  await setSharingClocks(trx, act, opened)
  return opened
}

/** Less than a day is left: from now on the first to come is served. False if that was so already. */
export async function beginRescue(trx: Trx, act: Act, lot: ListingRow) {
  const rescued = await trx
    .updateTable('listings')
    .set({ allocation_rule: 'first_come' })
    .where('id', '=', lot.id)
    .where('state', '=', 'live')
    .where('allocation_rule', '<>', 'first_come')
    .where('must_go_by', '<', later(act.at, { hours: 24 }))
    .returning('id')
    .executeTakeFirst()
  if (rescued) await recordRescue(trx, act, lot)
  return rescued !== undefined
}

/** The rule its donor chose, for a lot that opens again after its last day had taken it away. */
export async function ruleBeforeRescue(trx: Trx, lot: ListingRow): Promise<AllocationRule> {
  const rescue = await trx
    .selectFrom('listing_events')
    .select('details')
    .where('listing_id', '=', lot.id)
    .where('kind', '=', 'rescue')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return rescue?.details === 'fair_window' || rescue?.details === 'donor_picks' ? rescue.details : lot.allocation_rule
}

type Timed = Pick<ListingRow, 'id' | 'must_go_by' | 'reserved_until' | 'allocation_rule'>

/**
 * Where the first to come is served: the times at which those held back may have some, as its quota lifts or a reserve
 * ends. What new days have put in the past already is heard at once.
 */
export async function setSharingClocks(trx: Trx, act: Act, lot: Timed) {
  if (lot.allocation_rule !== 'first_come') return
  const opens = [lot.must_go_by === null ? null : later(lot.must_go_by, { hours: -72 }), lot.reserved_until]
  for (const due of opens)
    if (due !== null) await setClock(trx, act, 'open-to-all', lot.id, due > act.at ? due : act.at)
}

/** A paused lot is live again: what fell due meanwhile is done now. */
export async function catchUpClocks(trx: Trx, act: Act, lot: ListingRow) {
  const due = [
    [lot.window_closes_at, 'close-window'],
    [lot.must_go_by === null ? null : rescueFrom(lot.must_go_by), 'rescue-listing'],
    [act.at, 'open-to-all'],
  ] as const
  for (const [at, kind] of due) if (at !== null && at <= act.at) await setClock(trx, act, kind, lot.id, act.at)
}

function setRule(trx: Trx, id: string, allocation_rule: AllocationRule, window_closes_at: string | null) {
  return trx
    .updateTable('listings')
    .set({ allocation_rule, window_closes_at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

function recordRescue(trx: Trx, act: Act, { id, allocation_rule, state }: ListingRow) {
  const states = { from_state: state, to_state: state }
  return recordListingEvent(trx, { ...act, via: 'job' }, id, { kind: 'rescue', ...states, details: allocation_rule })
}
