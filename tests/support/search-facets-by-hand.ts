import { type Meaning, type ScannedLot, verdict } from './search-by-hand.ts'

type Choice = 'material' | 'condition' | 'days' | 'weighed' | 'atHub'
type Counted = Record<string, number>

const free: Record<Choice, undefined> = {
  material: undefined,
  condition: undefined,
  days: undefined,
  weighed: undefined,
  atHub: undefined,
}

/** What each choice would leave, counted lot by lot: every facet as if nothing were chosen in it. */
export function facetsByHand(lots: readonly ScannedLot[], asked: Meaning, now: string) {
  const answers = (lot: ScannedLot, meaning: Meaning) => verdict(lot, meaning, now) === 'yes'
  const open = lots.filter((lot) => answers(lot, { ...asked, ...free }))
  const without = (choice: Choice, chosen: Partial<Meaning> = {}) =>
    open.filter((lot) => answers(lot, { ...asked, [choice]: undefined, ...chosen }))
  const many = (choice: Choice, chosen: Partial<Meaning>) => without(choice, chosen).length
  const family = asked.material?.split('.')[0]
  return {
    families: tally(without('material'), (lot) => lot.material.split('.')[0] ?? ''),
    leaves: family ? tally(without('material', { material: family }), (lot) => lot.material) : {},
    conditions: Object.fromEntries(
      ['new', 'good', 'worn', 'to_repair'].map((condition) => [condition, many('condition', { condition })]),
    ),
    deadlines: {
      today: many('days', { days: 1 }),
      three_days: many('days', { days: 3 }),
      week: many('days', { days: 7 }),
    },
    weighed: many('weighed', { weighed: true }),
    at_hub: many('atHub', { atHub: true }),
  }
}

function tally(lots: readonly ScannedLot[], keyOf: (lot: ScannedLot) => string): Counted {
  const counts: Counted = {}
  for (const lot of lots) counts[keyOf(lot)] = (counts[keyOf(lot)] ?? 0) + 1
  return counts
}
