import type { Trx } from '#db/database.ts'
import type { RoundMoveKind } from '#db/schema/rounds.ts'
import { type Act, coordinates } from '../act.ts'
import { recordHandover } from '../handovers/record-handover.server.ts'
import { refused } from '../refusal.ts'
import { gramsAboard } from './aboard.ts'
import { appendMove } from './append-move.server.ts'
import type { DeedAsk, Weighing } from './deed-ask.ts'
import { movesOf } from './moves.read.server.ts'
import { happenedAt } from './phone-clock.ts'
import { finishStop, missStop } from './settle-stop.server.ts'

/**
 * Writes down what happened at a stop: what went aboard, what left and where to, or why nothing did. Sent twice with the same
 * key it happened once, even when the round was closed in between. A wrong code is no refusal, so that the try stays counted.
 */
export async function recordDeed(trx: Trx, act: Act, roundId: string, ask: DeedAsk) {
  const round = await trx
    .selectFrom('rounds')
    .select(['id', 'hub_id', 'state', 'started_at'])
    .where('id', '=', roundId)
    .executeTakeFirst()
  if (!round) return refused('no-such-round')
  if (!coordinates(act.by, round.hub_id)) return refused('not-yours')
  const earlier = await moveWith(trx, ask.idempotency_key)
  if (earlier) return earlier.round_id === roundId ? { deed: 'known' as const } : refused('key-taken')
  if (ask.deed === 'failed') return missStop(trx, act, round, ask)
  if (round.state !== 'in_progress') return refused('wrong-state')
  return weigh(trx, act, { ...round, started_at: round.started_at ?? act.at }, ask)
}

function moveWith(trx: Trx, key: string) {
  return trx.selectFrom('round_moves').select(['id', 'round_id']).where('idempotency_key', '=', key).executeTakeFirst()
}

type Round = { id: string; started_at: string }

async function weigh(trx: Trx, act: Act, round: Round, ask: Weighing) {
  const load = await trx
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .selectAll('round_loads')
    .where('round_loads.id', '=', ask.load_id)
    .where('round_stops.round_id', '=', round.id)
    .executeTakeFirst()
  if (!load) return refused('no-such-load')
  if (ask.quantity > load.quantity) return refused('more-than-planned')
  const moves = await movesOf(trx, round.id)
  const comesAboard = ask.deed === 'collected' || ask.deed === 'hub_out'
  if (!comesAboard && !gramsAboard(moves).has(load.claim_id)) return refused('not-aboard')
  if (!fits(ask.deed, load.kind)) return refused('wrong-stop')

  const happened_at = happenedAt(ask, act.at, round.started_at)
  const handed = await handOver(trx, act, load.claim_id, ask)
  if (!('handover_id' in handed)) return handed
  const leaves = ask.deed === 'hub_in' || ask.deed === 'disposed'
  if (!leaves && !(await takeLoad(trx, load.id))) return refused('already-done')
  const { grams, quantity, grade, idempotency_key } = ask
  const reason = ask.deed === 'disposed' ? ask.reason : ''
  const what = { kind: ask.deed, grams, quantity, grade, reason, idempotency_key, happened_at }
  const facts = { round_id: round.id, stop_id: load.stop_id, load_id: load.id, handover_id: handed.handover_id }
  await appendMove(trx, act, { ...facts, ...what })
  await finishStop(trx, load.stop_id, happened_at)
  return { deed: 'done' as const }
}

function fits(deed: RoundMoveKind, kind: 'collect' | 'deliver' | 'hub_out') {
  if (deed === 'collected') return kind === 'collect'
  return deed === 'delivered' ? kind === 'deliver' : kind !== 'deliver' || deed !== 'hub_out'
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

/** What the claimant is given at their door is a handover, with their code; what only rides in the van is none yet. */
async function handOver(trx: Trx, act: Act, claimId: string, ask: Weighing) {
  if (ask.deed !== 'delivered') return { handover_id: null }
  const { code, quantity, condition, note, grade, grams, tare_g, device, photo_hash, idempotency_key } = ask
  const typ_g = grade === 'E' || grams === 0 ? null : grams
  const said = { code, quantity, condition, note, grade, typ_g, tare_g, device, photo_hash, idempotency_key }
  const recorded = await recordHandover(trx, act, claimId, said)
  return 'handover' in recorded ? { handover_id: recorded.handover?.id ?? null } : recorded
}
