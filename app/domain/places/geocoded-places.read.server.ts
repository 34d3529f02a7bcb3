import { createHash } from 'node:crypto'
import type { Db } from '#db/database.ts'
import { foldPlace } from './gazetteer.ts'
import type { GeocodedPlace } from './geocoded.ts'
import type { Point } from './point.ts'

/** The key a text is kept under: who reads the table cannot read which streets people looked for. */
export function askedKey(text: string) {
  return createHash('sha256').update(foldPlace(text)).digest('base64url')
}

/** What a geocoder answered to this text, best first; undefined when it was not asked lately. */
export async function geocodedPlaces(db: Db, text: string, now: string): Promise<GeocodedPlace[] | undefined> {
  const rows = await db
    .selectFrom('geocoded_places')
    .select(['label', 'latitude_e6', 'longitude_e6', 'municipality', 'municipality_istat'])
    .where('asked', '=', askedKey(text))
    .where('forget_at', '>', now)
    .orderBy('rank')
    .execute()
  if (rows.length === 0) return undefined
  return rows.filter((row): row is GeocodedPlace => row.label !== null)
}

/** The town a geocoder said of exactly this point, while it is remembered. */
export async function geocodedTown(db: Db, { latitude_e6, longitude_e6 }: Point, now: string) {
  const row = await db
    .selectFrom('geocoded_places')
    .select(['municipality', 'municipality_istat'])
    .where('latitude_e6', '=', latitude_e6)
    .where('longitude_e6', '=', longitude_e6)
    .where('forget_at', '>', now)
    .limit(1)
    .executeTakeFirst()
  return row as { municipality: string; municipality_istat: string } | undefined
}
