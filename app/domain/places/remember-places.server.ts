import type { Trx } from '#db/database.ts'
import { later } from '../instant.ts'
import type { GeocodedPlace } from './geocoded.ts'
import { askedKey } from './geocoded-places.read.server.ts'

const kept = { found: { days: 30 }, nothing: { days: 1 } }

/** Keeps what a geocoder answered to a text, in place of an older answer: for thirty days, or a day when it was nothing. */
export async function rememberPlaces(trx: Trx, at: string, text: string, answers: readonly GeocodedPlace[]) {
  const asked = askedKey(text)
  const forget_at = later(at, answers.length > 0 ? kept.found : kept.nothing)
  const nothing = { label: null, latitude_e6: null, longitude_e6: null, municipality: null, municipality_istat: null }
  const rows = answers.length > 0 ? answers : [nothing]
  await trx.deleteFrom('geocoded_places').where('asked', '=', asked).execute()
  await trx
    .insertInto('geocoded_places')
    .values(rows.map((row, rank) => ({ ...row, asked, rank, forget_at })))
    // Two who asked at once had the same answer.
    .onConflict((conflict) => conflict.columns(['asked', 'rank']).doNothing())
    .execute()
}

/** Removes what was to be forgotten by now. Returns how many went. */
export async function forgetPlaces(trx: Trx, at: string) {
  const gone = await trx.deleteFrom('geocoded_places').where('forget_at', '<=', at).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
