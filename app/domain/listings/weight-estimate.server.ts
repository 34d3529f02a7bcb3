import { weightTable } from '#db/reference/read-reference.server.ts'
import { estimateWeight, type WeightAsk, weightItems } from './weight-estimate.ts'

/** The estimate by the table in force. */
export function proposedWeight(ask: WeightAsk) {
  return estimateWeight(ask, weightTable())
}

/** What a donor may choose from to say which kind of this material it is, in words. */
export function weightChoices(material_key: string, locale: 'it' | 'en') {
  return weightItems(material_key, weightTable()).map(({ item_key, label }) => ({ item_key, label: label[locale] }))
}
