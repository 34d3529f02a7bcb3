import { forgetPlaces } from '#app/domain/places/remember-places.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'

/** Removes what a geocoder answered too long ago. At one question a second there is never much of it. */
export async function forgetOldPlaces(db: Db, at: string) {
  return `${await write(db, (trx) => forgetPlaces(trx, at))} forgotten`
}
