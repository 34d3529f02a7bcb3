import type { Db } from '#db/database.ts'
import { withoutLotIndex } from '#db/dialects/dialect.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { PlaceRow } from '#db/schema/places.ts'
import { sharesOf } from '#scripts/bench/corpus.ts'
import { skewedChance } from '#scripts/bench/corpus-chance.ts'
import { siteId } from '#scripts/bench/corpus-sites.ts'
import { fillCorpus } from '#scripts/bench/fill-corpus.ts'
import type { ScannedLot } from './search-by-hand.ts'

/**
 * A small corpus drawn together: half of its sites around Rome, some on both sides of the date line, some near a pole,
 * many at one and the same blurred point; a twentieth of the lots are wanted posts.
 */
export function fillNeighbourhoods(db: Db, { lots, seed, now }: { lots: number; seed: number; now: string }) {
  return withoutLotIndex(db, async () => {
    await fillCorpus(db, { listings: lots, seed, now }, () => undefined)
    const chance = skewedChance(seed + 1)
    const ids = await db.selectFrom('listings').select('id').orderBy('id').execute()
    await db.transaction().execute(async (trx) => {
      for (let site = 0; site < sharesOf(lots).sites; site++) {
        const moved = spotFor(chance)
        if (moved) await trx.updateTable('places').set(moved).where('id', '=', siteId(site)).execute()
      }
      const wanted = ids.filter(() => chance.happens(0.05)).map(({ id }) => id)
      await trx.updateTable('listings').set({ kind: 'wanted' }).where('id', 'in', wanted).execute()
    })
  })
}

function spotFor(chance: ReturnType<typeof skewedChance>) {
  const grain = (degrees: number) => Math.round(degrees * 1000) * 1000
  const at = (latitude: number, longitude: number, spread: number) => {
    const east = longitude + chance.bell() * spread
    return {
      latitude_e6: grain(Math.min(89.5, latitude + chance.bell() * spread * 0.7)),
      longitude_e6: grain(east > 180 ? east - 360 : east),
    }
  }
  const way = chance.next()
  if (way < 0.45) return at(41.9, 12.5, 0.12)
  if (way < 0.55) return { latitude_e6: 41_938_000, longitude_e6: 12_533_000 }
  if (way < 0.65) return at(-17.8, 180, 0.3)
  return way < 0.68 ? at(88.9, 30, 1) : undefined
}

/** Every listing with its place, read plainly: the stock of the scan by hand. */
export async function scanLots(db: Db): Promise<ScannedLot[]> {
  const hubs = new Set((await db.selectFrom('hubs').select('place_id').execute()).map(({ place_id }) => place_id))
  const places = new Map((await db.selectFrom('places').selectAll().execute()).map((place) => [place.id, place]))
  const rows = await db.selectFrom('listings').selectAll().where('published_at', 'is not', null).orderBy('id').execute()
  return rows.flatMap((row) => {
    const place = places.get(row.place_id ?? '')
    return place ? [scanned(row, place, hubs.has(place.id))] : []
  })
}

function scanned(row: ListingRow, place: PlaceRow, atHub: boolean): ScannedLot {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    latitude: place.latitude_e6 / 1e6,
    longitude: place.longitude_e6 / 1e6,
    material: row.material_key ?? '',
    words: row.search_text.split(' '),
    unit: row.unit,
    free: row.total - row.held - row.collected - row.written_off,
    length: row.piece_length_mm,
    width: row.piece_width_mm,
    thickness: row.piece_thickness_mm,
    condition: row.condition,
    grade: row.weight_grade,
    grams: row.weight_typ_g ?? 0,
    goBy: row.must_go_by,
    reservedUntil: row.reserved_until,
    atHub,
    published: row.published_at ?? '',
  }
}
