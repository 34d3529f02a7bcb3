import { cornersOf } from '#app/domain/hubs/corners.ts'
import { closuresOf, hoursOf, materialsOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { nodeName } from '#app/domain/listings/wanted-material.ts'
import { closureOn, daysLater, groupedHours, openingAt } from '#app/domain/places/opening.ts'
import type { Visit } from '#app/http/context.server.ts'
import { closureWords, hoursWords, openingWords } from '#app/i18n/opening-words.ts'
import { lowerCase } from '#app/i18n/question-words.ts'
import { translator } from '#app/i18n/translator.ts'

type Hub = { id: string; opening_hours: string; service_radius_m: number | null; service_area: string }

/** When a hub opens, what comes in and what does not, and how far it goes. Its free words stand until its hours are known. */
export async function doorsOf({ db, locale, now }: Omit<Visit, 'member'>, hub: Hub) {
  const spoken = translator(locale)
  const today = dayInRome(now)
  const [hours, closures, said] = await Promise.all([
    hoursOf(db, hub.id),
    closuresOf(db, hub.id, today),
    materialsOf(db, hub.id),
  ])
  const soon = closures.filter(({ from_day }) => from_day <= daysLater(today, 60))
  const named = (takes: 0 | 1) =>
    said.filter((each) => each.takes === takes).map(({ material_key }) => lowerCase(nameOf(material_key)))
  const nameOf = (key: string) =>
    key.includes('.') ? nodeName(key, locale) : spoken.t(`listings.materials.${key as 'wood'}`)
  return {
    hours: hours.length > 0 ? hoursWords(spoken, groupedHours(hours)) : [hub.opening_hours],
    now: hours.length > 0 ? openingWords(spoken, openingAt(now, hours, closures), now) : '',
    is_closed: closureOn(today, closures) !== undefined,
    closures: soon.map((closure) => `${closureWords(spoken, closure)}: ${closure.reason}`),
    takes: named(1),
    refuses: named(0),
    reach: { radius_m: hub.service_radius_m, corners: cornersOf(hub.service_area) },
  }
}
