import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { readDoor } from '../places/place-ask.ts'
import { findPlace, placeLabel } from '../places/place-lookup.server.ts'
import { isRefusal } from '../refusal.ts'
import { readMaterialStep } from './listing-ask-material.ts'
import { readMeasuresStep } from './listing-ask-measures.ts'
import { readPickupStep } from './listing-ask-pickup.ts'
import type { DraftStep, Typed } from './listing-draft.ts'
import { isUnit, writeQuantity } from './quantity.ts'
import { reviseListing } from './revise-listing.server.ts'
import { setPickupPlace } from './set-pickup-place.server.ts'

/**
 * Keeps of one page of the form whatever can be read, and says what cannot beside each field. Half a page saved is
 * better than none: what is wrong stays with whoever typed it.
 */
export async function saveStep(
  trx: Trx,
  act: Act,
  listingId: string,
  step: Exclude<DraftStep, 'confirm'>,
  typed: Typed,
  locale: 'it' | 'en',
) {
  if (step === 'material') return saveMaterial(trx, act, listingId, typed, locale)
  if (step === 'measures') return saveMeasures(trx, act, listingId, typed)
  return savePickup(trx, act, listingId, typed)
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

async function savePickup(trx: Trx, act: Act, listingId: string, typed: Typed) {
  const { changes, errors } = readPickupStep(typed, act.at)
  const kept = await reviseListing(trx, act, listingId, changes)
  if (isRefusal(kept)) return kept
  const door = readDoor(typed)
  const { point, error, choices = [] } = findPlace(typed)
  if (point && Object.keys(door.errors).length === 0) {
    const place = await setPickupPlace(trx, act, listingId, { ...point, ...door.words })
    if (isRefusal(place)) return place
  }
  const ticks = choices.map((place) => ({
    value: `${place.latitude_e6 / 1e6},${place.longitude_e6 / 1e6}`,
    label: placeLabel(place),
  }))
  return { errors: { ...errors, ...door.errors, ...(error ? { town: error } : {}) }, choices: ticks }
}
