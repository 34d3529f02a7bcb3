import type { ListingRow } from '#db/schema/listings.ts'

/** What a thing may be to the organisation that gives it. Anything already waste is not among them. */
export const orgOrigins = ['unused_stock', 'used_good', 'by_product'] as const satisfies readonly ListingRow['origin'][]
