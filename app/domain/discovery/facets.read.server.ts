import type { Db } from '#db/database.ts'
import type { Question } from './lot-filter.server.ts'
import { countLots, liveByMaterial } from './search.read.server.ts'
import type { SearchAsk } from './search-ask.ts'
import { conditions, deadlines } from './search-href.ts'

export type Counted = { key: string; lots: number }

/** How many lots each choice would leave, counted for the question as it stands without that facet's own choice. */
export type Facets = {
  families: Counted[]
  /** Materials below the family chosen; none without a family. */
  leaves: Counted[]
  /** At least so good, lots whose condition nobody told among them. */
  conditions: Counted[]
  deadlines: Record<(typeof deadlines)[number], number>
  weighed: number
  at_hub: number
}

export async function facetsOf(db: Db, question: Question): Promise<Facets> {
  const count = async (changes: Partial<SearchAsk>) =>
    (await countLots(db, { ...question, ask: { ...question.ask, ...changes } })).lots
  const each = <Key extends string>(keys: readonly Key[], change: (key: Key) => Partial<SearchAsk>) =>
    Promise.all(keys.map(async (key) => ({ key, lots: await count(change(key)) })))
  const [materials, byCondition, byDeadline, weighed, at_hub] = await Promise.all([
    liveByMaterial(db, { ...question, ask: { ...question.ask, material: '' } }),
    each(conditions, (condition) => ({ condition })),
    each(deadlines, (by) => ({ by })),
    count({ weighed: '1' }),
    count({ at_hub: '1' }),
  ])
  const known = materials.map(({ material_key, lots }) => ({ key: material_key ?? 'other', lots }))
  const chosen = familyOf(question.ask.material)
  return {
    families: added(known.map(({ key, lots }) => ({ key: familyOf(key), lots }))),
    leaves: chosen ? added(known.filter(({ key }) => key.startsWith(`${chosen}.`))) : [],
    conditions: byCondition,
    deadlines: Object.fromEntries(byDeadline.map(({ key, lots }) => [key, lots])) as Facets['deadlines'],
    weighed,
    at_hub,
  }
}

function familyOf(key: string) {
  return key.split('.')[0] ?? ''
}

function added(counted: readonly Counted[]): Counted[] {
  const sums = new Map<string, number>()
  for (const { key, lots } of counted) sums.set(key, (sums.get(key) ?? 0) + lots)
  return [...sums].map(([key, lots]) => ({ key, lots })).sort((a, b) => b.lots - a.lots)
}
