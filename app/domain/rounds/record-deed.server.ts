import type { Trx } from '#db/database.ts'
import type { RoundMoveKind } from '#db/schema/rounds.ts'
import { type Act, coordinates } from '../act.ts'
import { momentOf } from '../handovers/handover-time.ts'
import { recordHandover } from '../handovers/record-handover.server.ts'
import { agreeOnPickup } from '../pickups/confirm-pickup.server.ts'
import { lastPickupOf } from '../pickups/pickup-to-report.read.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { goodsAboard } from './aboard.ts'
import { appendMove } from './append-move.server.ts'
import type { DeedAsk, Weighing } from './deed-ask.ts'
import { dropEnded } from './drop-ended.server.ts'
import { movesOf } from './moves.read.server.ts'
import { finishStop, missStop } from './settle-stop.server.ts'

/**
 * Writes down what happened at a stop: what went aboard, what left and where to, or why nothing did. Sent twice with the same
 * key it happened once, even when the round was closed in between. A wrong code is no refusal, so that the try stays counted.
 */
export async function recordDeed(trx: Trx, act: Act, roundId: string, ask: DeedAsk) {
  const round = await trx
    .selectFrom('rounds')
    .innerJoin('vehicles', 'vehicles.id', 'rounds.vehicle_id')
    .select(['rounds.id', 'rounds.hub_id', 'rounds.state', 'rounds.started_at', 'vehicles.capacity_g'])
    .where('rounds.id', '=', roundId)
    .executeTakeFirst()
  if (!round) return refused('no-such-round')
  if (!coordinates(act.by, round.hub_id)) return refused('not-yours')
  const earlier = await moveWith(trx, ask.idempotency_key)
  if (earlier) return earlier.round_id === roundId ? { deed: 'known' as const } : refused('key-taken')
  await dropEnded(trx, [roundId], act.at)
  if (ask.deed === 'failed') return missStop(trx, act, round, ask)
  if (round.state !== 'in_progress') return refused('wrong-state')
  return weigh(trx, act, { ...round, started_at: round.started_at ?? act.at }, ask)
}

function moveWith(trx: Trx, key: string) {
  return trx.selectFrom('round_moves').select(['id', 'round_id']).where('idempotency_key', '=', key).executeTakeFirst()
}

type Round = { id: string; started_at: string; capacity_g: number }

async function weigh(trx: Trx, act: Act, round: Round, ask: Weighing) {
  const load = await trx
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .innerJoin('claims', 'claims.id', 'round_loads.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .selectAll('round_loads')
    .select(['claims.hub_id as taking_hub_id', 'listings.donor_id'])
    .where('round_loads.id', '=', ask.load_id)
    .where('round_stops.round_id', '=', round.id)
    .executeTakeFirst()
  if (!load) return refused('no-such-load')
  if (ask.quantity > load.quantity) return refused('more-than-planned')
  if (ask.grams > 2 * round.capacity_g) return refused('heavier-than-van')
  const moves = await movesOf(trx, round.id)
  const comesAboard = ask.deed === 'collected' || ask.deed === 'hub_out'
  if (!comesAboard && !goodsAboard(moves).has(load.claim_id)) return refused('not-aboard')
  if (!fits(ask.deed, load.kind)) return refused('wrong-stop')
  // It is the hub's since its donor handed it over: what becomes of it there, its stock says.
  if (ask.deed === 'disposed' && load.taking_hub_id !== null) return refused('taken-by-hub')

  const moment = momentOf(ask, act.at, round.started_at)
  if (isRefusal(moment)) return moment
  const { happened_at } = moment
  if (ask.deed === 'collected') await agreeByGiving(trx, act, load)
  const handed = await handOver(trx, act, load, ask)
  if (!('handover_id' in handed)) return handed
  const leaves = ask.deed === 'hub_in' || ask.deed === 'disposed'
  if (!leaves && !(await takeLoad(trx, load.id))) return refused('already-done')
  const { grams, quantity, grade, photo_hash, idempotency_key } = ask
  const reason = ask.deed === 'disposed' ? ask.reason : ''
  const what = { kind: ask.deed, grams, quantity, grade, reason, photo_hash, idempotency_key, happened_at }
  const facts = { round_id: round.id, stop_id: load.stop_id, load_id: load.id, handover_id: handed.handover_id }
  await appendMove(trx, act, { ...facts, ...what })
  await finishStop(trx, load.stop_id, happened_at)
  return { deed: 'done' as const }
}

/** Who gave it to the driver has agreed to the time they were proposed: nobody asks them for it any more. */
async function agreeByGiving(trx: Trx, act: Act, { claim_id, donor_id }: { claim_id: string; donor_id: string }) {
  const pickup = await lastPickupOf(trx, claim_id)
  if (pickup?.state !== 'proposed') return
  const other = pickup.proposed_by === donor_id ? act.by.id : donor_id
  if (other !== pickup.proposed_by) await agreeOnPickup(trx, act, pickup.id, other)
}

function fits(deed: RoundMoveKind, kind: 'collect' | 'deliver' | 'hub_out') {
  if (deed === 'collected') return kind === 'collect'
  if (deed === 'delivered') return kind === 'deliver'
  return deed === 'hub_out' ? kind === 'hub_out' : kind !== 'deliver'
}

async function takeLoad(trx: Trx, loadId: string) {
  const taken = await trx
    .updateTable('round_loads')
    .set({ state: 'done' })
    .where('id', '=', loadId)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

type Load = { claim_id: string; taking_hub_id: string | null }

/**
 * What the claimant is given at their door, or a donor gives to the hub that takes it, is a handover with the other side's code
 * or a picture. What only rides in the van to somebody else is none yet.
 */
async function handOver(trx: Trx, act: Act, { claim_id, taking_hub_id }: Load, ask: Weighing) {
  const isTaken = ask.deed === 'collected' && taking_hub_id !== null
  if (ask.deed !== 'delivered' && !isTaken) return { handover_id: null }
  const { deed, load_id, grams, ...said } = ask
  const typ_g = ask.grade === 'E' || grams === 0 ? null : grams
  const recorded = await recordHandover(trx, act, claim_id, { ...said, typ_g })
  return 'handover' in recorded ? { handover_id: recorded.handover?.id ?? null } : recorded
}
