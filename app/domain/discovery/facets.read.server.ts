import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { type Asking, asking, asksNothing, type Meaning, meaningOf } from './asking.server.ts'
import { type Facet, lastDay, type Question } from './lot-filter.server.ts'
import { acceptable } from './match.ts'
import { conditions, deadlines } from './search-href.ts'

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

/** Lots that are alike in all that facets count. `due` is 0 when there is time, else the days of the first deadline. */
type Group = {
  material_key: string
  condition: string
  weighed: number
  at_hub: number
  due: number
  lots: number
  grams: number
}

/** How many lots each choice would leave, each facet counted as if nothing had been chosen in it. */
export async function facetsOf(db: Db, question: Question): Promise<Facets> {
  const meaning = await meaningOf(db, question)
  if (!meaning) return counted(() => [], question, [])
  if (asksNothing(question, meaning)) return countedNationally(db, question)
  const whole = await groupsOf(db, question, meaning, undefined)
  const chosen: Facet[] = (['material', 'condition', 'by', 'weighed', 'at_hub'] as const).filter(
    (facet) => question.ask[facet],
  )
  const apart = new Map<Facet, Group[]>()
  for (const facet of chosen) apart.set(facet, await groupsOf(db, question, meaning, facet))
  return counted((facet) => apart.get(facet) ?? whole, question, whole)
}

async function groupsOf(db: Db, question: Question, meaning: Meaning, without: Facet | undefined) {
  const source = asking(db, question, meaning, without ? { without } : {})
  return groups(db, source, question.now)
}

async function groups(db: Db, { from, where }: Asking, now: string) {
  const [day, three, week] = deadlines.map((by) => lastDay(by, now))
  const { rows } = await sql<Group>`select material_key, coalesce(condition, '') as condition,
    case when weight_grade in ('A', 'B') then 1 else 0 end as weighed, at_hub,
    case when must_go_by <= ${day} then 1 when must_go_by <= ${three} then 3 when must_go_by <= ${week} then 7 else 0 end as due,
    count(*) as lots, coalesce(sum(lot_index.grams), 0) as grams
    from ${from} where ${where} group by 1, 2, 3, 4, 5`.execute(db)
  return rows
}

function counted(of: (facet: Facet) => readonly Group[], { ask }: Question, whole: readonly Group[]): Facets {
  const family = ask.material.split('.')[0]
  const total = (facet: Facet, has: (group: Group) => boolean) =>
    of(facet).reduce((sum, group) => sum + (has(group) ? group.lots : 0), 0)
  const sum = (what: 'lots' | 'grams') => whole.reduce((all, group) => all + group[what], 0)
  return {
    total: { lots: sum('lots'), grams: sum('grams') },
    families: tally(of('material'), ({ material_key }) => material_key.split('.')[0] || 'other'),
    leaves: tally(
      of('material').filter(({ material_key }) => family && material_key.startsWith(`${family}.`)),
      ({ material_key }) => material_key,
    ),
    conditions: conditions.map((key) => ({
      key,
      lots: total(
        'condition',
        ({ condition }) => condition === '' || acceptable(key).some((each) => each === condition),
      ),
    })),
    deadlines: {
      today: total('by', ({ due }) => due === 1),
      three_days: total('by', ({ due }) => due === 1 || due === 3),
      week: total('by', ({ due }) => due !== 0),
    },
    weighed: total('weighed', ({ weighed }) => weighed === 1),
    at_hub: total('at_hub', ({ at_hub }) => at_hub === 1),
  }
}

function tally(found: readonly Group[], keyOf: (group: Group) => string): Counted[] {
  const lots = new Map<string, number>()
  for (const group of found) lots.set(keyOf(group), (lots.get(keyOf(group)) ?? 0) + group.lots)
  return [...lots].map(([key, lots]) => ({ key, lots })).sort((a, b) => b.lots - a.lots || (a.key < b.key ? -1 : 1))
}

/** All lots there are: from the counters, less the few whose day has passed and that no clock has closed yet. */
async function countedNationally(db: Db, question: Question): Promise<Facets> {
  const { now } = question
  const counts = await db
    .selectFrom('lot_counts')
    .select(['facet', 'value', 'lots', 'grams'])
    .where('facet', 'in', ['material', 'condition', 'grade', 'at_hub'])
    .execute()
  const over = await groups(db, { from: sql`lot_index`, where: sql`must_go_by <= ${now}`, n: sql`n` }, now)
  const none = { material_key: '', condition: '-', weighed: 0, at_hub: 0, due: 0, grams: 0 }
  const of = (facet: string, as: (value: string) => Partial<Group>) =>
    counts
      .filter((count) => count.facet === facet)
      .map(({ value, lots, grams }) => ({ ...none, lots, grams, ...as(value) }))
  const kept: Record<Facet, Group[]> = {
    material: of('material', (material_key) => ({ material_key })),
    condition: of('condition', (condition) => ({ condition })),
    weighed: of('grade', (grade) => ({ weighed: grade === 'A' || grade === 'B' ? 1 : 0 })),
    at_hub: of('at_hub', (value) => ({ at_hub: Number(value) })),
    by: await dueGroups(db, now),
  }
  const past = over.map((group) => ({ ...group, lots: -group.lots, grams: -group.grams }))
  const all = (facet: Exclude<Facet, 'by'>) => [...kept[facet], ...past]
  return counted((facet) => (facet === 'by' ? kept.by : all(facet)), question, all('material'))
}

async function dueGroups(db: Db, now: string): Promise<Group[]> {
  const upTo = await Promise.all(deadlines.map((by) => dueWithin(db, now, lastDay(by, now))))
  const none = { material_key: '', condition: '', weighed: 0, at_hub: 0, grams: 0 }
  return [1, 3, 7].map((due, at) => ({ ...none, due, lots: (upTo[at] ?? 0) - (upTo[at - 1] ?? 0) }))
}

/** Lots that must go after one instant and by another: whole hours from the counters, the hours at both ends from the index. */
async function dueWithin(db: Db, after: string, until: string) {
  const [first, last] = [after.slice(0, 13), until.slice(0, 13)]
  const { rows } = await sql<{ lots: number }>`select coalesce(sum(lots), 0) as lots from (
    select lots from lot_counts where facet = 'hour' and value > ${first} and value < ${last}
    union all select count(*) from lot_index where must_go_by > ${after} and must_go_by < ${`${first}~`}
    union all select count(*) from lot_index where must_go_by >= ${last} and must_go_by <= ${until}) as hours`.execute(
    db,
  )
  return rows[0]?.lots ?? 0
}
