import { readSearch, type SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { fold, stem } from '#app/domain/listings/material-search.ts'
import { materials } from '#app/domain/listings/materials.ts'
import { type Point, pointAt } from '#app/domain/places/point.ts'
import { skewedChance } from './corpus-chance.ts'
import { zipfTowns } from './corpus-sites.ts'

export type Spot = Point & { town: string }
export type Words = { typed: string; stem: string; material: string }
export type Cut = { typed: string; length_mm: number; width_mm: number; thickness_mm: number }

/** Places, words and cut lists as people ask for them: the usual ones most. The same at every run. */
export function asked(runs: number) {
  const chance = skewedChance(20_26)
  const town = zipfTowns(chance)
  const many = <Thing>(make: () => Thing) => Array.from({ length: runs }, make)
  return { spots: many(spot), words: many(words), cuts: many(cut) }

  function spot(): Spot {
    const { name, latitude_e6, longitude_e6, spread_m } = town()
    const away = Math.abs(chance.bell()) * spread_m
    return { town: name, ...pointAt({ latitude_e6, longitude_e6 }, away, chance.next() * 2 * Math.PI) }
  }

  function words(): Words {
    const leaf = chance.skewed(materials, 1.7)
    const names = [leaf.name.it, ...leaf.words.it.split(','), ...leaf.words.en.split(',')]
    const typed =
      fold(chance.skewed(names, 1.5))
        .split(' ')
        .find((word) => word.length > 3) ?? 'legno'
    return { typed, stem: stem(typed), material: leaf.key.split('.')[0] ?? 'wood' }
  }

  function cut(): Cut {
    const length_mm = chance.whole(6, 20) * 100
    const width_mm = chance.skewed([200, 150, 100, 300, 80, 400])
    const thickness_mm = chance.skewed([18, 20, 25, 12, 30])
    return {
      typed: `${chance.pick([2, 4, 8])}x${length_mm}x${width_mm}x${thickness_mm}`,
      length_mm,
      width_mm,
      thickness_mm,
    }
  }
}

export function ask(query: Partial<Record<keyof SearchAsk, string>>) {
  return readSearch(new URLSearchParams(query))
}
