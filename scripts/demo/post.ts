import { later } from '#app/domain/instant.ts'
import { addPhoto } from '#app/domain/listings/add-photo.server.ts'
import { describePhoto } from '#app/domain/listings/describe-photo.server.ts'
import { draftListing } from '#app/domain/listings/draft-listing.server.ts'
import type { AllocationRule } from '#app/domain/listings/listing.ts'
import { isPhotoUsed } from '#app/domain/listings/photos.read.server.ts'
import { publishListing } from '#app/domain/listings/publish-listing.server.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { savePlace } from '#app/domain/places/save-place.server.ts'
import { isRefusal, type Refusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { keepPhoto } from '#app/gateways/photo-store.server.ts'
import type { Db } from '#db/database.ts'
import type { Chance } from './chance.ts'
import type { Offer } from './offers.ts'
import { picturesOf, type Shown } from './pictures.ts'
import { actOf, type Resident } from './settle.ts'

/** A command that a neighbour has no reason to be refused: if they are, the demo is wrong and says so. */
export function done<T>(outcome: T): Exclude<T, Refusal> {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<T, Refusal>
}

type Posting = {
  offer: Offer
  donor: Resident
  at: string
  days: number
  rule: AllocationRule
  publish: boolean
}

/** A donor posts a lot as the form would: draft, photos, facts, place, declaration. Returns its id and quantity. */
export async function post(db: Db, chance: Chance, { offer, donor, at, days, rule, publish }: Posting) {
  const act = actOf(donor, at)
  const [from, to, step] = offer.total
  const total = from + step * chance.whole(0, Math.floor((to - from) / step))
  const id = await write(db, (trx) => draftListing(trx, act))
  for (const shown of await picturesOf(offer.lot, chance)) await hang(db, act, id, shown)
  const weight = offer.each_g
    ? { source: 'declared' as const, grams: Math.max(1, Math.round(offer.each_g * total)), item_key: null }
    : { source: 'estimate' as const, grams: null, item_key: null }
  const [length, width, thickness] = offer.size ?? [null, null, null]
  const facts = {
    title: chance.pick(offer.titles),
    description: offer.text,
    material_key: offer.material,
    unit: offer.unit,
    total,
    piece_length_mm: length,
    piece_width_mm: width,
    piece_thickness_mm: thickness,
    condition: offer.condition,
    available_from: at,
    must_go_by: later(at, { days }),
    floor: chance.pick([0, 0, 0, -1, 1, 2]),
    has_lift: chance.happens(0.3) ? (1 as const) : (0 as const),
    van_access: chance.happens(0.8) ? (1 as const) : (0 as const),
    help_to_load: chance.happens(0.4) ? (1 as const) : (0 as const),
    allocation_rule: rule,
    min_claim: 1,
  }
  done(await write(db, (trx) => reviseListing(trx, act, id, facts, weight)))
  await settleAt(db, donor, at, id)
  if (publish)
    done(
      await write(db, (trx) =>
        publishListing(trx, act, id, {
          organisation_id: donor.organisation_id,
          origin: donor.organisation_id ? 'used_good' : undefined,
          given_as: 'use',
          declared: '1',
        }),
      ),
    )
  return { id, total }
}

async function settleAt(db: Db, donor: Resident, at: string, listingId: string) {
  const door = {
    latitude_e6: donor.latitude_e6,
    longitude_e6: donor.longitude_e6,
    street: donor.street,
    access_notes: 'Citofono al nome, cortile interno.',
    phone: '',
  }
  const { place_id } = done(
    await write(db, (trx) =>
      savePlace(trx, actOf(donor, at), door, { instead_of: null, organisation_id: donor.organisation_id }),
    ),
  )
  await db.updateTable('listings').set({ place_id }).where('id', '=', listingId).execute()
}

async function hang(db: Db, act: ReturnType<typeof actOf>, listingId: string, { photo, alt }: Shown) {
  const { hash } = photo.facts
  await keepPhoto(
    photo,
    async () => {
      const added = done(await write(db, (trx) => addPhoto(trx, act, listingId, photo.facts)))
      done(await write(db, (trx) => describePhoto(trx, act, listingId, { id: added.photo.id, alt })))
    },
    () => isPhotoUsed(db, hash),
  )
}
