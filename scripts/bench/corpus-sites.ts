import { blurRadius } from '#app/domain/places/blur.ts'
import { pointAt } from '#app/domain/places/point.ts'
import { readGazetteer } from '#db/reference/read-gazetteer.server.ts'
import type { PlaceRow } from '#db/schema/places.ts'
import { type SkewedChance, skewedChance } from './corpus-chance.ts'

type Town = { name: string; istat: string; latitude_e6: number; longitude_e6: number; spread_m: number }

// Rimessa was born in Rome: Lazio has three times its people's share of lots.
const lazio = new Set(['RM', 'LT', 'FR', 'RI', 'VT'])
const romeIstat = '058091'
const grain = 1000

/** The towns of Italy, the one with most lots first. */
export function townsByLots(): Town[] {
  const { provinces, towns } = readGazetteer()
  return towns
    .map(([name, istat, province, , latitude_e6, longitude_e6, people]) => {
      const weight = people * (lazio.has(provinces[province]?.[0] ?? '') ? 3 : 1)
      const spread_m = Math.min(6000, 400 + Math.sqrt(people) * 10)
      return { weight, town: { name, istat, latitude_e6, longitude_e6, spread_m } }
    })
    .sort((a, b) => b.weight - a.weight || (a.town.istat < b.town.istat ? -1 : 1))
    .map(({ town }) => town)
}

/** Picks towns as Zipf's law has it: the second half as often as the first, the tenth a tenth. */
export function zipfTowns(chance: Pick<SkewedChance, 'next'>) {
  const towns = townsByLots()
  let sum = 0
  const upTo = towns.map((_, rank) => {
    sum += 1 / (rank + 1)
    return sum
  })
  return (): Town => {
    const at = chance.next() * sum
    let [low, high] = [0, towns.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return towns[low] as Town
  }
}

/** Sites with their blurred points, a few kilometres around their towns; in Rome around its quarters. */
export function* sites(seed: number, count: number, ownerOf: (site: number) => string, saved_at: string) {
  const chance = skewedChance(seed)
  const townByChance = zipfTowns(chance)
  const { quarters } = readGazetteer()
  for (let site = 0; site < count; site++) {
    const town = townByChance()
    const quarter = town.istat === romeIstat ? chance.pick(quarters) : undefined
    const centre = quarter ? { latitude_e6: quarter[2], longitude_e6: quarter[3] } : town
    const metres = Math.abs(chance.bell()) * (quarter ? 900 : town.spread_m)
    const point = pointAt(centre, metres, chance.next() * 2 * Math.PI)
    yield {
      id: siteId(site),
      owner_id: ownerOf(site),
      area: quarter?.[0] ?? town.name,
      municipality: town.name,
      municipality_istat: town.istat,
      latitude_e6: Math.round(point.latitude_e6 / grain) * grain,
      longitude_e6: Math.round(point.longitude_e6 / grain) * grain,
      blur_radius_m: blurRadius,
      saved_at,
    } satisfies PlaceRow
  }
}

export function siteId(site: number) {
  return `site-${site}`
}
