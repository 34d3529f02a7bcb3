import { later } from '#app/domain/instant.ts'
import { photosInUse } from '#app/domain/listings/photos.read.server.ts'
import { sweepPhotos as sweep } from '#app/gateways/photo-sweep.server.ts'
import type { Db } from '#db/database.ts'

/** Removes picture files that no lot refers to, once they are a day old. */
export async function sweepPhotos(db: Db, at: string) {
  return `${await sweep(await photosInUse(db), later(at, { days: -1 }))} removed`
}
