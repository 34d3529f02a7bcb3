import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { newId } from '../id.server.ts'
import { dayInRome } from '../instant.ts'
import { daysLater } from '../places/opening.ts'
import { isRefusal, refused } from '../refusal.ts'
import { daysOfPlan } from './collection.ts'
import type { CollectionAsk } from './collection-ask.ts'
import { companySites } from './collection-sites.read.server.ts'
import { collectionDays, collectionOn, collectionsOf } from './collections.read.server.ts'
import { dropCollectionLots } from './drop-collection.server.ts'
import { tellOfDay, tellOfEnd } from './tell-company.server.ts'

/** How far ahead what ends is taken out of calendars: as far as the private ones show it. */
const daysTaken = 90

/** A hub will come by at an organisation again and again, and its people are told. Where that is, its last lot says. */
export async function planCollections(trx: Trx, act: Act, slug: string, ask: CollectionAsk) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const { organisation_id, rhythm, weekday, hours, starts_on, note, expected_g, expected_dm3 } = ask
  const organisations = trx.selectFrom('organisations').select('id').where('id', '=', organisation_id)
  if (!(await organisations.executeTakeFirst())) return refused('no-such-organisation')
  if (starts_on < dayInRome(act.at)) return refused('in-the-past')
  const nth = rhythm === 'monthly' ? ask.nth : null
  const plan = { rhythm, weekday, nth, starts_on, ends_on: ask.ends_on || null }
  const [first] = daysOfPlan(plan, { day: starts_on, count: 70 })
  if (first === undefined) return refused('never')
  const id = newId()
  const place_id = (await companySites(trx, [organisation_id])).get(organisation_id)?.place_id ?? null
  const kept = { id, hub_id: hub.id, organisation_id, place_id, ...plan, ...hours, note, expected_g, expected_dm3 }
  await trx
    .insertInto('collections')
    .values({ ...kept, made_by: act.by.id, made_at: act.at })
    .execute()
  const one = await collectionOn(trx, { hub_ids: [hub.id] }, { id, day: first, now: act.at })
  if (one) await tellOfDay(trx, act, one, { kind: 'collection-planned', reason: '' })
  return { id, hub_id: hub.id }
}

/** Ends them from today on, and tells the company why. */
export async function endCollections(trx: Trx, act: Act, slug: string, collectionId: string, reason = '') {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const today = dayInRome(act.at)
  const dropped = await dropCollectionLots(trx, act, { id: collectionId, since: act.at })
  if (isRefusal(dropped)) return dropped
  const plans = (await collectionsOf(trx, { hub_ids: [hub.id] }, today)).filter(({ id }) => id === collectionId)
  const left = await collectionDays(trx, plans, { day: today, count: daysTaken })
  const ended = await trx
    .updateTable('collections')
    .set({ ends_on: daysLater(today, -1) })
    .where('id', '=', collectionId)
    .where('hub_id', '=', hub.id)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .returning('id')
    .executeTakeFirst()
  if (!ended) return refused('no-such-collection')
  for (const plan of plans) await tellOfEnd(trx, act, plan, left, reason)
  return ended
}
