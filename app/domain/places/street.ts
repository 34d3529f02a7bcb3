import { spokenName } from './gazetteer.ts'

const ways =
  /^(?:via|viale|vle|v le|piazza|pza|p zza|pzza|p za|piazzale|p le|piazzetta|corso|cso|c so|largo|lgo|vicolo|lungotevere|lungomare|lungarno|strada|str|contrada|salita|circonvallazione|traversa|galleria|clivo|calle|fondamenta|street|road) ./

/** True for a street rather than a town: it begins with a way, or ends with a house number. Postcodes are not numbers. */
export function looksLikeStreet(text: string) {
  const words = spokenName(text)
  return ways.test(words) || /^\D+ \d{1,4}(?: ?[a-z])?(?: \D.*)?$/.test(words)
}

/**
 * The texts in which the town of a street may stand, likeliest first: what follows the last comma, then what follows the
 * house number. Nothing is taken from the street's own name: via Tivoli is in many towns.
 */
export function townsOfStreet(text: string) {
  const typed = text.slice(0, 200)
  const afterComma = typed.includes(',') ? typed.slice(typed.lastIndexOf(',') + 1) : ''
  const afterNumber = /(?<!\d)\d{1,4}(?!\d)(?:\s?\/?[a-z]\b)?[\s,]+(.+)/i.exec(typed)?.[1] ?? ''
  return [afterComma, afterNumber].map((part) => part.trim()).filter((part) => /^(?:\d{5}|\D{2})/.test(part))
}
