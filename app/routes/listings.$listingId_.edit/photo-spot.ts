import type { PhotoPlace } from '#app/domain/listings/photo.ts'

const place = (listingId: string) => `rimessa:spot:${listingId}`

/** Where a photo was taken stays on this device, in this tab, until its owner says to use it. */
export function rememberSpot(listingId: string, spot: PhotoPlace) {
  sessionStorage.setItem(place(listingId), JSON.stringify(spot))
}

/** As it was written, or null. */
export function rememberedSpot(listingId: string) {
  return sessionStorage.getItem(place(listingId))
}
