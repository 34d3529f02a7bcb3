import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { readWanted } from '#app/domain/listings/wanted-ask.ts'
import { findPlace, placeLabel } from '#app/domain/places/place-lookup.server.ts'
import type { Locale } from '#app/i18n/locale.ts'

/** The wanted form's facts and point; or a sentence beside each box, with the materials and places it could mean. */
export function readWantedForm(typed: Typed, locale: Locale, now: string) {
  const { facts, errors, choices } = readWanted(typed, locale, now)
  const { point, error, choices: places = [] } = findPlace(typed)
  if (facts && point) return { value: { facts, point } }
  return {
    errors: error ? { ...errors, town: error } : errors,
    choices: {
      materials: choices.map(({ key, name }) => ({ value: key, label: name[locale] })),
      places: places.map((place) => ({
        value: `${place.latitude_e6 / 1e6},${place.longitude_e6 / 1e6}`,
        label: placeLabel(place),
      })),
    },
  }
}
