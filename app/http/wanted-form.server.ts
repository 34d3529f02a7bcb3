import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { readWanted } from '#app/domain/listings/wanted-ask.ts'
import { findPlace, placeText } from '#app/domain/places/place-lookup.server.ts'
import type { MemberVisit } from './context.server.ts'
import { streetsCalled } from './streets.server.ts'

/** The wanted form's facts and point; or a sentence beside each box, with the materials and places it could mean. */
export async function readWantedForm(typed: Typed, { db, locale, now }: MemberVisit) {
  const { facts, errors, choices } = readWanted(typed, locale, now)
  const { point, error, choices: places = [] } = findPlace(typed, await streetsCalled(db, placeText(typed), now))
  if (facts && point) return { value: { facts, point } }
  return {
    errors: error ? { ...errors, town: error } : errors,
    choices: { materials: choices.map(({ key, name }) => ({ value: key, label: name[locale] })), places },
  }
}
