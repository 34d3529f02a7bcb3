import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { newId } from '../id.server.ts'
import { dayInRome } from '../instant.ts'
import { daysLater } from '../places/opening.ts'
import { refused } from '../refusal.ts'
import { daysOfPlan } from './collection.ts'
import type { CollectionAsk } from './collection-ask.ts'

/** A hub will come by at an organisation again and again. Where that is, its last lot says. */
export async function planCollections(trx: Trx, act: Act, slug: string, ask: CollectionAsk) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const { organisation_id, rhythm, weekday, hours, starts_on, note } = ask
  const organisations = trx.selectFrom('organisations').select('id').where('id', '=', organisation_id)
  if (!(await organisations.executeTakeFirst())) return refused('no-such-organisation')
  if (starts_on < dayInRome(act.at)) return refused('in-the-past')
  const nth = rhythm === 'monthly' ? ask.nth : null
  const plan = { rhythm, weekday, nth, starts_on, ends_on: ask.ends_on || null }
  if (daysOfPlan(plan, { day: starts_on, count: 70 }).length === 0) return refused('never')
  const id = newId()
  const place_id = await lastPlaceOf(trx, organisation_id)
  const kept = { id, hub_id: hub.id, organisation_id, place_id, ...plan, ...hours, note }
  await trx
    .insertInto('collections')
    .values({ ...kept, made_by: act.by.id, made_at: act.at })
    .execute()
  return { id, hub_id: hub.id }
}

/** Ends them from today on. */
export async function endCollections(trx: Trx, act: Act, slug: string, collectionId: string) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const today = dayInRome(act.at)
  const ended = await trx
    .updateTable('collections')
    .set({ ends_on: daysLater(today, -1) })
    .where('id', '=', collectionId)
    .where('hub_id', '=', hub.id)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .returning('id')
    .executeTakeFirst()
  return ended ?? refused('no-such-collection')
}

async function lastPlaceOf(trx: Trx, organisationId: string) {
  const lots = trx.selectFrom('listings').select('place_id').where('organisation_id', '=', organisationId)
  const last = await lots.where('place_id', 'is not', null).orderBy('drafted_at', 'desc').limit(1).executeTakeFirst()
  return last?.place_id ?? null
}
