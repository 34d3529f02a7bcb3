import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { dayInRome } from '../instant.ts'
import { daysLater } from '../places/opening.ts'
import { isRefusal, refused } from '../refusal.ts'
import { fallsOn, farthestMove } from './collection.ts'
import type { CollectionMoveAsk, CollectionSkipAsk } from './collection-ask.ts'
import { collectionOn } from './collections.read.server.ts'
import { dropCollectionLots } from './drop-collection.server.ts'
import { tellOfDay } from './tell-company.server.ts'

/** Puts one of them on another day; on its own day again, to take a move or a skip back. */
export async function moveCollection(trx: Trx, act: Act, slug: string, ask: CollectionMoveAsk) {
  const today = dayInRome(act.at)
  if (ask.moved_to < today) return refused('in-the-past')
  if (ask.moved_to < daysLater(ask.day, -farthestMove) || daysLater(ask.day, farthestMove) < ask.moved_to)
    return refused('too-far')
  return change(trx, act, slug, ask)
}

/** Leaves one of them out, and says why. */
export function skipCollection(trx: Trx, act: Act, slug: string, ask: CollectionSkipAsk) {
  return change(trx, act, slug, { ...ask, moved_to: null })
}

type Wanted = { collection_id: string; day: string; moved_to: string | null; reason: string }

async function change(trx: Trx, act: Act, slug: string, { collection_id, day, moved_to, reason }: Wanted) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const plan = await trx
    .selectFrom('collections')
    .selectAll()
    .where('id', '=', collection_id)
    .where('hub_id', '=', hub.id)
    .executeTakeFirst()
  if (!plan || !fallsOn(plan, day)) return refused('no-such-collection')
  const before = await trx
    .selectFrom('collection_changes')
    .select('moved_to')
    .where('collection_id', '=', collection_id)
    .where('day', '=', day)
    .executeTakeFirst()
  const stood = before?.moved_to ?? day
  if (stood < dayInRome(act.at)) return refused('in-the-past')
  const isThere = moved_to !== null && moved_to === (before ? before.moved_to : day)
  if (isThere) return refused('same-day')
  const dropped = await dropCollectionLots(trx, act, { id: collection_id, day })
  if (isRefusal(dropped)) return dropped
  const said = { moved_to, reason, changed_by: act.by.id, changed_at: act.at }
  await trx
    .insertInto('collection_changes')
    .values({ collection_id, day, ...said })
    .onConflict((conflict) => conflict.columns(['collection_id', 'day']).doUpdateSet(said))
    .execute()
  const one = await collectionOn(trx, { hub_ids: [hub.id] }, { id: collection_id, day, now: act.at })
  const kind = moved_to === null ? 'collection-skipped' : 'collection-moved'
  if (one) await tellOfDay(trx, act, one, { kind, reason })
  return { collection_id, day }
}
