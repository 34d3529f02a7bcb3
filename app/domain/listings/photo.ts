/** What a photo may be, said once: the picker tells it, the pipeline enforces it. */
export const photoLimits = { perListing: 10, bytes: 25_000_000, pixels: 50_000_000, alt: 200 }

/** Every kept photo answers at each of these widths; none is enlarged, so a small picture answers with itself. */
export const photoWidths = [320, 640, 1280, 1920] as const

/** For `<input type="file" accept>`. Phones list HEIC under either of its two names. */
export const photoAccept = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif'

/** Why a file cannot be a photo here. */
export type PhotoFlaw =
  | 'photo-too-large'
  | 'photo-too-many-pixels'
  | 'photo-not-a-photo'
  | 'photo-type'
  | 'photo-damaged'

/** Why a photo cannot be added, moved or taken away. */
export type PhotoRefusal =
  | 'not-yours'
  | 'listing-closed'
  | 'too-many-photos'
  | 'last-photo'
  | 'photo-gone'
  | 'photo-order-stale'

/** A prepared picture, as a row keeps it. `hash` names its files; `thumbhash` is base64. */
export type PhotoFacts = { hash: string; width: number; height: number; thumbhash: string }

/** A listing's photo as pages show it and the picker edits it. */
export type ListingPhoto = PhotoFacts & { id: string; alt: string }

/** The colour of a whole photo in three hex digits, as its thumbhash says: a card needs no more while it waits for the picture. */
export function tintOf(thumbhash: string) {
  const [a, b, c] = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0))
  if (a === undefined || b === undefined || c === undefined) return undefined
  const bits = a | (b << 8) | (c << 16)
  const light = (bits & 63) / 63
  const yellow = ((bits >> 6) & 63) / 31.5 - 1
  const red = ((bits >> 12) & 63) / 31.5 - 1
  const blue = light - (2 / 3) * yellow
  const reddish = (3 * light - blue + red) / 2
  const digit = (value: number) => Math.round(15 * Math.min(1, Math.max(0, value))).toString(16)
  return `#${[reddish, reddish - red, blue].map(digit).join('')}`
}

/** Where a photo says it was taken, in micro-degrees: offered to whoever uploads it, kept nowhere. */
export type PhotoPlace = { latitude_e6: number; longitude_e6: number }

/** The ids with one of them moved by `by` places, or as they were when it cannot move. */
export function movedPhoto(ids: readonly string[], id: string, by: number) {
  const from = ids.indexOf(id)
  const to = Math.min(Math.max(from + by, 0), ids.length - 1)
  if (from < 0 || from === to) return [...ids]
  const rest = ids.filter((other) => other !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/** True when both hold the same ids, each once, in any order. */
export function isReordering(ids: readonly string[], current: readonly string[]) {
  return ids.length === current.length && new Set(ids).size === ids.length && current.every((id) => ids.includes(id))
}
