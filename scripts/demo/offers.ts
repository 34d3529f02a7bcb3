import { readFileSync } from 'node:fs'
import type { ListingRow, Unit } from '#db/schema/listings.ts'

/** A kind of lot: what its photos show, said as someone from Rome would say it. */
export type Offer = {
  /** The lot of scripts/demo/photos whose pictures it uses. */
  lot: string
  material: string
  titles: readonly string[]
  text: string
  unit: Unit
  /** Base units: from, to, step. */
  total: readonly [number, number, number]
  size?: readonly [number | null, number | null, number | null]
  condition: NonNullable<ListingRow['condition']>
  /** Grams of one base unit, when the donor has an idea; otherwise the table proposes. */
  each_g?: number
  by?: 'firm' | 'person'
}

export const offers: readonly Offer[] = JSON.parse(readFileSync(new URL('offers.json', import.meta.url), 'utf8'))
