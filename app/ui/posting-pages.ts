import { type DraftStep, stepAfter } from '#app/domain/listings/listing-draft.ts'

/** Where a page of the form lives: the last one is a page of its own, because it publishes. */
export function pageOf(listingId: string, step: DraftStep) {
  return step === 'confirm' ? `/listings/${listingId}/publication` : `/listings/${listingId}/edit?step=${step}`
}

export function after(listingId: string, step: DraftStep) {
  return pageOf(listingId, stepAfter(step))
}
