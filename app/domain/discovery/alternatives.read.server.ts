import type { Db } from '#db/database.ts'
import { available } from '../listings/listing.ts'
import type { LotRow } from './lot-rows.server.ts'
import { searchLots } from './search.read.server.ts'
import { readSearch } from './search-ask.ts'

type Lot = { id: string; material_key: string | null; latitude_e6: number | null; longitude_e6: number | null }

const most = 3
const kilometres = '25'

/** Up to three live lots to ask for instead: the same material first, then its family, the nearest first. */
export async function alternativesTo(db: Db, { id, material_key, latitude_e6, longitude_e6 }: Lot, now: string) {
  const material = material_key ?? 'other'
  const from = latitude_e6 === null || longitude_e6 === null ? undefined : { latitude_e6, longitude_e6 }
  const found = new Map<string, LotRow>()
  for (const wanted of new Set([material, material.split('.')[0] ?? material])) {
    const ask = readSearch(new URLSearchParams({ material: wanted, sort: 'nearest', radius: kilometres }))
    const { lots } = found.size < most ? await searchLots(db, { ask, from, now }) : { lots: [] }
    for (const lot of lots) if (lot.id !== id && available(lot) > 0) found.set(lot.id, lot)
  }
  return [...found.values()].slice(0, most)
}
