import type { DraftStep, Typed } from '#app/domain/listings/listing-draft.ts'
import { saveStep } from '#app/domain/listings/save-step.server.ts'
import { placeText } from '#app/domain/places/place-lookup.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { streetsCalled } from '#app/http/streets.server.ts'

/** Keeps one page of the form; a street is looked up before, for nobody may wait inside a transaction. */
export async function savePage(
  { db, act, locale, now }: MemberVisit,
  listingId: string,
  step: Exclude<DraftStep, 'confirm'>,
  typed: Typed,
) {
  const streets = await streetsCalled(db, placeText(typed), now)
  return write(db, (trx) => saveStep(trx, act, listingId, step, { typed, locale, streets }))
}
