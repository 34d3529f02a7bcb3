import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { Point } from '../places/point.ts'
import { savePlace } from '../places/save-place.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { nearestHub } from './nearest-hub.server.ts'
import { ownListing } from './own-listing.server.ts'
import { noDoor, setWantedClocks } from './post-wanted.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'
import { screenListing } from './refuse-list.ts'
import type { WantedFacts } from './wanted.ts'
import { nodeName } from './wanted-material.ts'

type At = { point: Point; locale: 'it' | 'en' }

/** Changes an open wanted post. What it asks for now is matched anew; matches found before stay found. */
export async function reviseWanted(trx: Trx, act: Act, wantedId: string, facts: WantedFacts, at: At) {
  const wanted = await ownListing(trx, act.by, wantedId, 'wanted')
  if (!wanted) return refused('not-yours')
  if (wanted.state !== 'live') return refused('wanted-closed')
  const title = nodeName(facts.material_key, at.locale)
  const screening = screenListing({ title, description: facts.description })
  if (screening) return { ...refused('refused-material'), screening }
  const { place_id: instead_of, organisation_id } = wanted
  const place = await savePlace(trx, act, { ...at.point, ...noDoor }, { instead_of, organisation_id })
  if (isRefusal(place)) return place

  const hub_id = await nearestHub(trx, place.place_id)
  const revised = await trx
    .updateTable('listings')
    .set({ ...facts, title, place_id: place.place_id, hub_id, revised_at: act.at })
    .where('id', '=', wantedId)
    .where('state', '=', 'live')
    .returningAll()
    .executeTakeFirst()
  if (!revised) return refused('wanted-closed')
  await recordListingEvent(trx, act, wantedId, { kind: 'revised', from_state: 'live', to_state: 'live' })
  await setWantedClocks(trx, act, revised)
  return { wanted: revised }
}
