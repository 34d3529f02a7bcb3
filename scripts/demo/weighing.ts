import { keepPhoto } from '#app/gateways/photo-store.server.ts'
import type { Grade, ListingRow } from '#db/schema/listings.ts'
import type { Chance } from './chance.ts'
import { scalePicture } from './pictures.ts'

/** How a handover was weighed: most on a scale, some by a label, some by the table, a few not at all. */
export async function weigh(chance: Chance, listing: ListingRow, quantity: number) {
  const grade = chance.pick<Grade>(['A', 'A', 'A', 'A', 'A', 'A', 'B', 'C', 'D', 'E'])
  const expected = listing.weight_typ_g ? (listing.weight_typ_g * quantity) / listing.total : undefined
  if (grade === 'E' || (expected === undefined && grade !== 'A'))
    return { grade: 'E' as const, typ_g: null, device: '', photo_hash: null }
  const grams = Math.max(100, Math.round(((expected ?? 18_000) * (0.88 + chance.next() * 0.24)) / 100) * 100)
  if (grade !== 'A') return { grade, typ_g: grams, device: '', photo_hash: null }
  const scale = chance.happens(0.6) ? await scalePicture(chance) : undefined
  // The weigh record that refers to the picture is written by the caller, a moment later.
  if (scale)
    await keepPhoto(
      scale.photo,
      async () => undefined,
      async () => true,
    )
  return {
    grade,
    typ_g: grams,
    device: chance.pick(['Bilancia a pavimento OZ, 300 kg', 'Dinamometro 50 kg', 'Bilancia da banco']),
    photo_hash: scale?.photo.facts.hash ?? null,
  }
}
