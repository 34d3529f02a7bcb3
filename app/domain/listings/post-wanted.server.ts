import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { later } from '../instant.ts'
import { mayAct, organisationsOf } from '../people/people.read.server.ts'
import type { Point } from '../places/point.ts'
import { savePlace } from '../places/save-place.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { nearestHub } from './nearest-hub.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'
import { screenListing } from './refuse-list.ts'
import { askBefore, mostOpen, type WantedFacts } from './wanted.ts'
import { nodeName } from './wanted-material.ts'

/** Who looks, and around which point. Only its blurred likeness is ever shown. */
export type WantedBy = { organisation_id: string | null; point: Point; locale: 'it' | 'en' }

/**
 * Says in public what somebody looks for. Nobody looks at it first: there is nothing to hand over yet, and a lot that
 * answers it is looked at as any other. What may not pass here may not be looked for either.
 */
export async function postWanted(trx: Trx, act: Act, facts: WantedFacts, { organisation_id, point, locale }: WantedBy) {
  const title = nodeName(facts.material_key, locale)
  if (!(await mayAct(trx, act.by.id))) return refused('email-not-verified')
  const own = await organisationsOf(trx, act.by.id)
  if (organisation_id !== null && !own.some(({ id }) => id === organisation_id)) return refused('not-your-organisation')
  const screening = screenListing({ title, description: facts.description })
  if (screening) return { ...refused('refused-material'), screening }
  if ((await openWanted(trx, act.by.id, organisation_id)) >= mostOpen) return refused('too-many-wanted')
  const place = await savePlace(trx, act, { ...point, ...noDoor }, { instead_of: null, organisation_id })
  if (isRefusal(place)) return place

  const kept = { ...facts, title, organisation_id, place_id: place.place_id }
  const wanted = await insert(trx, act, kept, await nearestHub(trx, place.place_id))
  await recordListingEvent(trx, act, wanted.id, { kind: 'published', from_state: null, to_state: 'live' })
  await setWantedClocks(trx, act, wanted)
  return { wanted }
}

/** What follows from a wanted post that is open: it is matched, its author is asked, it ends. */
export async function setWantedClocks(trx: Trx, act: Act, { id, must_go_by }: Pick<ListingRow, 'id' | 'must_go_by'>) {
  await setClock(trx, act, 'match-listing', id, act.at)
  if (must_go_by === null) return
  await setClock(trx, act, 'ask-wanted', id, later(must_go_by, { days: -askBefore }))
  await setClock(trx, act, 'expire-listing', id, must_go_by)
}

// An area is all that matching needs: no street is asked for.
export const noDoor = { street: '', access_notes: '', phone: '' } as const

const blank = {
  kind: 'wanted',
  state: 'live',
  search_text: '',
  search_tail: 0,
  held: 0,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  weight_grade: 'E',
  has_lift: 0,
  van_access: 0,
  help_to_load: 0,
  allocation_rule: 'donor_picks',
} as const

type Kept = WantedFacts & Pick<ListingRow, 'title' | 'organisation_id' | 'place_id'>

function insert(trx: Trx, act: Act, kept: Kept, hub_id: string | null) {
  const dates = { drafted_at: act.at, revised_at: act.at, published_at: act.at }
  return trx
    .insertInto('listings')
    .values({ ...blank, ...kept, ...dates, id: newId(), donor_id: act.by.id, hub_id })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function openWanted(trx: Trx, memberId: string, organisationId: string | null) {
  const { n } = await trx
    .selectFrom('listings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('kind', '=', 'wanted')
    .where('state', '=', 'live')
    .where((eb) =>
      organisationId === null
        ? eb.and([eb('donor_id', '=', memberId), eb('organisation_id', 'is', null)])
        : eb('organisation_id', '=', organisationId),
    )
    .executeTakeFirstOrThrow()
  return n
}
