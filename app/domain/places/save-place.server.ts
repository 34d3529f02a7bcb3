import { randomBytes } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { blurRadius, blurred, holds, sameSite } from './blur.ts'
import { municipalityAt } from './gazetteer.server.ts'
import { geocodedTown } from './geocoded-places.read.server.ts'
import type { PlaceAsk } from './place-ask.ts'
import { distanceMetres, type Point } from './point.ts'

type Around = {
  /** The place that this one takes the place of, if nothing else stands on it. */
  instead_of: string | null
  organisation_id: string | null
}

/**
 * Keeps an exact address apart, and beside its lot only a blurred point. A site its owner has already given is shown at
 * the same blurred point for ever: many lots from one cellar say no more than one. Returns the place's id.
 */
export async function savePlace(trx: Trx, act: Act, ask: PlaceAsk, { instead_of, organisation_id }: Around) {
  const town = await townOf(trx, ask, act.at)
  if (!town) return refused('outside-italy')
  const known = await knownSites(trx, act.by.id, organisation_id)
  const old = known.find(({ place_id }) => place_id === instead_of)
  const point = publicPoint(ask, known)
  const place = {
    area: town.area,
    municipality: town.municipality,
    municipality_istat: town.municipality_istat,
    latitude_e6: point.latitude_e6,
    longitude_e6: point.longitude_e6,
    blur_radius_m: blurRadius,
    saved_at: act.at,
  }
  const door = {
    latitude_e6: ask.latitude_e6,
    longitude_e6: ask.longitude_e6,
    street: ask.street,
    access_notes: ask.access_notes,
    phone: ask.phone,
  }
  // A point that was once public stays as it was, as the memory of its site: else moving the pin to and fro draws new ones.
  if (old && !(await isTaken(trx, old.place_id, samePoint(old.shown, point)))) {
    await trx.updateTable('places').set(place).where('id', '=', old.place_id).execute()
    await trx.updateTable('place_doors').set(door).where('place_id', '=', old.place_id).execute()
    return { place_id: old.place_id }
  }
  const id = newId()
  await trx
    .insertInto('places')
    .values({ id, owner_id: act.by.id, ...place })
    .execute()
  await trx
    .insertInto('place_doors')
    .values({ place_id: id, ...door })
    .execute()
  return { place_id: id }
}

// A geocoder knows boundaries, and says better than we can in which town its own answer lies.
async function townOf(trx: Trx, point: Point, at: string) {
  const ours = municipalityAt(point)
  const theirs = ours && (await geocodedTown(trx, point, at))
  if (!theirs || theirs.municipality_istat === ours.municipality_istat) return ours
  return { area: theirs.municipality, ...theirs }
}

type Site = { place_id: string; exact: Point; shown: Point; blur_radius_m: number }

// Other people's sites stay out of it: whoever could see their points by setting a pin near them could find their door.
async function knownSites(trx: Trx, ownerId: string, organisationId: string | null): Promise<Site[]> {
  const rows = await trx
    .selectFrom('places')
    .innerJoin('place_doors', 'place_doors.place_id', 'places.id')
    .select(['places.id', 'places.latitude_e6', 'places.longitude_e6', 'places.blur_radius_m'])
    .select(['place_doors.latitude_e6 as door_latitude_e6', 'place_doors.longitude_e6 as door_longitude_e6'])
    .where((eb) => {
      const listed = eb.selectFrom('listings').select('place_id').where('organisation_id', '=', organisationId)
      return eb.or([
        eb('places.owner_id', '=', ownerId),
        ...(organisationId ? [eb('places.id', 'in', listed.where('place_id', 'is not', null))] : []),
      ])
    })
    .orderBy('places.id')
    .execute()
  return rows.map((row) => ({
    place_id: row.id,
    exact: { latitude_e6: row.door_latitude_e6, longitude_e6: row.door_longitude_e6 },
    shown: { latitude_e6: row.latitude_e6, longitude_e6: row.longitude_e6 },
    blur_radius_m: row.blur_radius_m,
  }))
}

function publicPoint(exact: Point, known: Site[]): Point {
  const near = known
    .map((site) => ({ ...site, metres: distanceMetres(site.exact, exact) }))
    .filter((site) => site.metres <= sameSite && site.blur_radius_m > 0 && holds(site.shown, exact))
    .sort((a, b) => a.metres - b.metres)[0]
  return near?.shown ?? blurred(exact, { far: chance(), way: chance() })
}

/** In [0, 1), from the system's own randomness: nobody may guess it from when the site was saved. */
function chance() {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48
}

async function isTaken(trx: Trx, placeId: string, isSamePoint: boolean) {
  const listings = await trx.selectFrom('listings').select('published_at').where('place_id', '=', placeId).execute()
  const hub = await trx.selectFrom('hubs').select('id').where('place_id', '=', placeId).executeTakeFirst()
  const wasPublic = listings.some(({ published_at }) => published_at !== null)
  return hub !== undefined || listings.length > 1 || (wasPublic && !isSamePoint)
}

function samePoint(a: Point, b: Point) {
  return a.latitude_e6 === b.latitude_e6 && a.longitude_e6 === b.longitude_e6
}

/** The exact addresses of whoever acts go; a hub's and an organisation's stay, for they are not one person's. */
export async function forgetDoors(trx: Trx, act: Act) {
  await trx
    .deleteFrom('place_doors')
    .where('place_id', 'in', (eb) => eb.selectFrom('places').select('id').where('owner_id', '=', act.by.id))
    .where('place_id', 'not in', (eb) => eb.selectFrom('hubs').select('place_id'))
    .where('place_id', 'not in', (eb) =>
      eb
        .selectFrom('listings')
        .select('place_id')
        .where('organisation_id', 'is not', null)
        .where('place_id', 'is not', null)
        .$castTo<{ place_id: string }>(),
    )
    .execute()
}
