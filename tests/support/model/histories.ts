import type { Db } from '#db/database.ts'
import type { ClaimState } from '#db/schema/claims.ts'
import type { Model } from './state.ts'

/** The state table of domain.md. A pickup called off takes a claim back from scheduled to confirmed. */
const next: Record<ClaimState, readonly ClaimState[]> = {
  requested: ['offered', 'waitlisted', 'declined', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  waitlisted: ['offered', 'declined', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  offered: ['confirmed', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  confirmed: ['scheduled', 'collected', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  scheduled: ['confirmed', 'collected', 'no_show', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  collected: [],
  declined: [],
  lapsed: [],
  cancelled_by_claimant: [],
  cancelled_by_donor: [],
  no_show: [],
  superseded: [],
}

/**
 * Every change of state is one event, each beginning where the one before ended (invariant 7), the last as the claim
 * stands; and what was collected has one handover, in the ledger once (invariants 10 and 16).
 */
export async function brokenHistories(db: Db, model: Model): Promise<string[]> {
  const lots = [...model.lots.keys()]
  const events = await db
    .selectFrom('claim_events')
    .select(['claim_id', 'from_state', 'to_state'])
    .where('listing_id', 'in', lots)
    .orderBy('id')
    .execute()
  const entries = await db.selectFrom('mass_ledger').selectAll().where('listing_id', 'in', lots).execute()
  const wrong: string[] = []
  for (const claim of model.claims.values()) {
    const own = events.filter(({ claim_id }) => claim_id === claim.id)
    let state: ClaimState | null = null
    for (const { from_state, to_state } of own) {
      const isMove = from_state !== to_state
      if (from_state !== state) wrong.push(`${claim.id} left ${from_state}, where it was not: it was ${state}`)
      if (isMove && from_state !== null && !next[from_state].includes(to_state))
        wrong.push(`${claim.id} went from ${from_state} to ${to_state}, which the state table does not know`)
      state = to_state
    }
    if (state !== claim.state) wrong.push(`the history of ${claim.id} ends ${state}, and it stands ${claim.state}`)
  }
  const handed = [...model.handovers.values()].filter(({ state }) => state === 'confirmed')
  for (const { id } of handed)
    if (entries.filter(({ handover_id }) => handover_id === id).length !== 1)
      wrong.push(`${id} counts more or less than once`)
  for (const entry of entries) {
    if (!handed.some(({ id }) => id === entry.handover_id)) wrong.push(`${entry.id} counts what nobody handed over`)
    if (entry.giver_party === entry.taker_party) wrong.push(`${entry.id} has one hand (invariant 16)`)
    if (entry.effective_at > entry.recorded_at) wrong.push(`${entry.id} was known before it happened (invariant 16)`)
  }
  return wrong
}
