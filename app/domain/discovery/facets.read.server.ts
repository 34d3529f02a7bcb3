import type { Db } from '#db/database.ts'
import { conditionCodes } from '#db/dialects/lot-index.ts'
import { asking, asksNothing, meaningOf } from './asking.server.ts'
import type { Facet, Question } from './lot-filter.server.ts'
import { noLots, type Tally, tallyOf } from './lot-tally.read.server.ts'
import { acceptable } from './match.ts'
import { nationalTally } from './national-tally.read.server.ts'
import { conditions, type deadlines } from './search-href.ts'

export type Counted = { key: string; lots: number }
export type Facets = {
  /** All that answer, and their grams. */
  total: { lots: number; grams: number }
  families: Counted[]
  /** Of the family that was chosen. */
  leaves: Counted[]
  conditions: Counted[]
  deadlines: Record<(typeof deadlines)[number], number>
  weighed: number
  at_hub: number
}

/** How many lots each choice would leave, each facet counted as if nothing had been chosen in it. */
export async function facetsOf(db: Db, question: Question): Promise<Facets> {
  const meaning = await meaningOf(db, question)
  if (!meaning) return facetsFrom(noLots, question)
  if (asksNothing(question, meaning)) {
    const all = await nationalTally(db, question.now)
    return facetsFrom(() => all, question)
  }
  const whole = await tallyOf(db, asking(db, question, meaning), question.now)
  const chosen = (['material', 'condition', 'by', 'weighed', 'at_hub'] as const).filter((facet) => question.ask[facet])
  const apart = new Map<Facet, Tally>()
  for (const without of chosen)
    apart.set(without, await tallyOf(db, asking(db, question, meaning, { without }), question.now))
  return facetsFrom((facet) => (facet && apart.get(facet)) || whole, question)
}

function facetsFrom(of: (facet?: Facet) => Tally, { ask }: Question): Facets {
  const family = ask.material.split('.')[0]
  const { lots, grams } = of()
  const [, today = 0, three = 0, week = 0] = of('by').due
  const materials = [...of('material').materials]
  const inCondition = of('condition').conditions
  return {
    total: { lots, grams },
    families: summed(materials.map(([key, lots]) => [key.split('.')[0] || 'other', lots])),
    leaves: summed(materials.filter(([key]) => family && key.startsWith(`${family}.`))),
    conditions: conditions.map((key) => {
      const good = ['', ...acceptable(key)].map((each) => conditionCodes.indexOf(each))
      return { key, lots: good.reduce((sum, code) => sum + (inCondition[code] ?? 0), 0) }
    }),
    deadlines: { today, three_days: today + three, week: today + three + week },
    weighed: of('weighed').weighed,
    at_hub: of('at_hub').at_hub,
  }
}

/** Most lots first. */
function summed(counts: readonly (readonly [string, number])[]): Counted[] {
  const lots = new Map<string, number>()
  for (const [key, count] of counts) lots.set(key, (lots.get(key) ?? 0) + count)
  return [...lots].map(([key, lots]) => ({ key, lots })).sort((a, b) => b.lots - a.lots || (a.key < b.key ? -1 : 1))
}
