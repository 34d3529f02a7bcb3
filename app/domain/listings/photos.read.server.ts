import type { Db } from '#db/database.ts'
import type { ListingPhoto } from './photo.ts'

/** The listing's photos in their order, the cover first, as pages and the picker show them. */
export function photosOf(db: Db, listingId: string): Promise<ListingPhoto[]> {
  return db
    .selectFrom('photos')
    .select(['id', 'hash', 'width', 'height', 'thumbhash', 'alt'])
    .where('listing_id', '=', listingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

const firstShown = 3

/** The first photos of each of these lots, the cover first, by lot: at most three of each. */
export async function firstPhotosOf(db: Db, listingIds: readonly string[]) {
  const byLot = new Map<string, Omit<ListingPhoto, 'id'>[]>()
  if (listingIds.length === 0) return byLot
  const rows = await db
    .selectFrom('photos')
    .select(['listing_id', 'hash', 'width', 'height', 'thumbhash', 'alt'])
    .where('listing_id', 'in', [...listingIds])
    .where('position', '<', firstShown)
    .orderBy('position')
    .orderBy('id')
    .execute()
  for (const { listing_id, ...photo } of rows) byLot.set(listing_id, [...(byLot.get(listing_id) ?? []), photo])
  return byLot
}

/** True while any row shows this picture: a listing's photo, one in a message, the display of a scale, or what changed hands. */
export async function isPhotoUsed(db: Db, hash: string) {
  const uses = await Promise.all([
    db.selectFrom('photos').select('hash').where('hash', '=', hash).limit(1).executeTakeFirst(),
    db
      .selectFrom('listings')
      .select('weight_photo_hash')
      .where('weight_photo_hash', '=', hash)
      .limit(1)
      .executeTakeFirst(),
    db.selectFrom('weigh_records').select('photo_hash').where('photo_hash', '=', hash).limit(1).executeTakeFirst(),
    db.selectFrom('handovers').select('id').where('proof_photo_hash', '=', hash).limit(1).executeTakeFirst(),
    db.selectFrom('message_photos').select('hash').where('hash', '=', hash).limit(1).executeTakeFirst(),
    db.selectFrom('round_moves').select('id').where('photo_hash', '=', hash).limit(1).executeTakeFirst(),
  ])
  return uses.some((use) => use !== undefined)
}

/** Every picture that some row shows. What lies on disk beyond these is left over. */
export async function photosInUse(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('photos')
    .select('hash')
    .union(db.selectFrom('message_photos').select('hash'))
    .union(
      db
        .selectFrom('listings')
        .select('weight_photo_hash as hash')
        .where('weight_photo_hash', 'is not', null)
        .$castTo<{ hash: string }>(),
    )
    .union(
      db
        .selectFrom('weigh_records')
        .select('photo_hash as hash')
        .where('photo_hash', 'is not', null)
        .$castTo<{ hash: string }>(),
    )
    .union(
      db
        .selectFrom('round_moves')
        .select('photo_hash as hash')
        .where('photo_hash', 'is not', null)
        .$castTo<{ hash: string }>(),
    )
    .union(
      db
        .selectFrom('handovers')
        .select('proof_photo_hash as hash')
        .where('proof_photo_hash', 'is not', null)
        .$castTo<{ hash: string }>(),
    )
    .execute()
  return new Set(rows.map((row) => row.hash))
}
