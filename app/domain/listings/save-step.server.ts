import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { Streets } from '../places/geocoded.ts'
import { readDoor } from '../places/place-ask.ts'
import { findPlace } from '../places/place-lookup.server.ts'
import { isRefusal } from '../refusal.ts'
import { readMaterialStep } from './listing-ask-material.ts'
import { readMeasuresStep } from './listing-ask-measures.ts'
import { readPickupStep } from './listing-ask-pickup.ts'
import type { DraftStep, Typed } from './listing-draft.ts'
import { isUnit, writeQuantity } from './quantity.ts'
import { reviseListing } from './revise-listing.server.ts'
import { setPickupPlace } from './set-pickup-place.server.ts'

/** A page as it was filled in; `streets` is what a geocoder knows of the place typed. */
type Filled = { typed: Typed; locale: 'it' | 'en'; streets: Streets }

/**
 * Keeps of one page of the form whatever can be read, and says what cannot beside each field. Half a page saved is
 * better than none: what is wrong stays with whoever typed it.
 */
export async function saveStep(
  trx: Trx,
  act: Act,
  listingId: string,
  step: Exclude<DraftStep, 'confirm'>,
  { typed, locale, streets }: Filled,
) {
  if (step === 'material') return saveMaterial(trx, act, listingId, typed, locale)
  if (step === 'measures') return saveMeasures(trx, act, listingId, typed)
  return savePickup(trx, act, listingId, typed, streets)
}

async function saveMaterial(trx: Trx, act: Act, listingId: string, typed: Typed, locale: 'it' | 'en') {
  const { changes, errors, choices } = readMaterialStep(typed, locale)
  const kept = await reviseListing(trx, act, listingId, changes)
  if (isRefusal(kept) && kept.refused === 'below-held') return tooFew(kept.promised, typed, locale)
  if (isRefusal(kept)) return kept
  return { errors, choices: choices.map(({ key, name }) => ({ value: key, label: name[locale] })) }
}

// Said beside the number, with how many are promised: nothing of the page was kept.
function tooFew(promised: number, typed: Typed, locale: 'it' | 'en') {
  const unit = typed['unit'] ?? ''
  const least = isUnit(unit) ? writeQuantity(promised, unit, locale) : String(promised)
  return { errors: { quantity: `posting.errors.below-held?quantity=${encodeURIComponent(least)}` }, choices: [] }
}

async function saveMeasures(trx: Trx, act: Act, listingId: string, typed: Typed) {
  const { changes, errors, weight } = readMeasuresStep(typed)
  const kept = await reviseListing(trx, act, listingId, changes, weight)
  return isRefusal(kept) ? kept : { errors, choices: [] }
}

async function savePickup(trx: Trx, act: Act, listingId: string, typed: Typed, streets: Streets) {
  const { changes, errors } = readPickupStep(typed, act.at)
  const kept = await reviseListing(trx, act, listingId, changes)
  if (isRefusal(kept)) return kept
  const door = readDoor(typed)
  const { point, error, choices = [] } = findPlace(typed, streets)
  if (point && Object.keys(door.errors).length === 0) {
    const place = await setPickupPlace(trx, act, listingId, { ...point, ...door.words })
    if (isRefusal(place)) return place
  }
  return { errors: { ...errors, ...door.errors, ...(error ? { town: error } : {}) }, choices }
}
