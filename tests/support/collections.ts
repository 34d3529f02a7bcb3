import { CollectionAsk } from '#app/domain/pickups/collection-ask.ts'
import { planCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import type { Errand } from '#app/domain/rounds/errand.ts'
import { errandsOn } from '#app/domain/rounds/errands.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { tomorrow } from './round-day.ts'
import { actOf, db, given } from './world.ts'

const wednesdays = {
  organisation_id: 'edilferro',
  rhythm: 'weekly',
  weekday: 'wed',
  hours: '9–11',
  starts_on: '2026-11-24',
  note: 'Cancello B',
}

/** Officine Zero comes by at Edilferro every Wednesday from nine to eleven, tomorrow for the first time. Its last lot was sheet steel. */
export async function givenCollection(facts: Partial<Record<string, string>> = {}) {
  const lot = { donor_id: 'ivo', organisation_id: 'edilferro', place_id: 'workshop', material_key: 'metal.steel.sheet' }
  await given.listing({ ...lot, hub_id: null, title: 'Lamiere' })
  const ask = CollectionAsk.parse({ ...wednesdays, ...facts })
  const planned = await write(db, (trx) => planCollections(trx, actOf('dario'), 'officine-zero', ask))
  if (isRefusal(planned)) throw new Error(planned.refused)
  return planned.id
}

/** What of a collection waits for the van on a day. */
export async function collectionsWaiting(day = tomorrow): Promise<Errand[]> {
  const errands = await errandsOn(db, { id: 'oz', place_id: 'oz-yard' }, day)
  return errands.filter(({ from }) => from === 'Edilferro srl')
}
