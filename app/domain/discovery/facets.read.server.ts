import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { conditionCodes } from '#db/dialects/lot-index.ts'
import { type Asking, asking, asksNothing, meaningOf } from './asking.server.ts'
import { readColumns } from './columns.read.server.ts'
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
type Group = { material_key: string; condition: string; weighed: boolean; at_hub: boolean; due: number; lots: number }
type Counts = { groups: Group[]; grams: number }

/** How many lots each choice would leave, each facet counted as if nothing had been chosen in it. */
export async function facetsOf(db: Db, question: Question): Promise<Facets> {
  const meaning = await meaningOf(db, question)
  if (!meaning) return counted(() => [], question, { lots: 0, grams: 0 })
  if (asksNothing(question, meaning)) return countedNationally(db, question)
  const materials = await materialsByNumber(db)
  const count = (without?: Facet) =>
    groupsOf(db, asking(db, question, meaning, without ? { without } : {}), question.now, materials)
  const whole = await count()
  const chosen = (['material', 'condition', 'by', 'weighed', 'at_hub'] as const).filter((facet) => question.ask[facet])
  const apart = new Map<Facet, Group[]>()
  for (const facet of chosen) apart.set(facet, (await count(facet)).groups)
  const total = { lots: sum(whole.groups), grams: whole.grams }
  return counted((facet) => apart.get(facet) ?? whole.groups, question, total)
}

/** One number for each lot holds all that facets count; lots of one number are counted here, many times as quickly as by `group by`. */
async function groupsOf(db: Db, { from, where }: Asking, now: string, materials: Materials): Promise<Counts> {
  const [day, three, week] = deadlines.map((by) => lastDay(by, now))
  const due = sql`case when must_go_by > ${week} then 0 when must_go_by <= ${day} then 1 when must_go_by <= ${three} then 2 else 3 end`
  const { rows } = await sql<{
    traits: string
    grams: number
  }>`select ${lotIndexOf(db).listOf(sql`traits * 4 + ${due}`)} as traits,
    coalesce(sum(lot_index.grams), 0) as grams from ${from} where ${where}`.execute(db)
  const lots = new Map<number, number>()
  for (const each of JSON.parse(rows[0]?.traits ?? '[]')) lots.set(each, (lots.get(each) ?? 0) + 1)
  const groups = [...lots].map(([traits, count]) => ({ ...readTraits(traits, materials), lots: count }))
  return { groups, grams: rows[0]?.grams ?? 0 }
}

type Materials = Map<number, string>

async function materialsByNumber(db: Db): Promise<Materials> {
  const rows = await db.selectFrom('lot_materials').select(['number', 'material_key']).limit(10_000).execute()
  return new Map(rows.map(({ number, material_key }) => [number, material_key]))
}

/** See `traits` in the schema; two bits more for the deadline. */
function readTraits(traits: number, materials: Materials) {
  return {
    due: [0, 1, 3, 7][traits & 3] ?? 0,
    at_hub: Boolean(traits & 4),
    weighed: Boolean(traits & 8),
    condition: conditionCodes[(traits >> 4) & 7] ?? '',
    material_key: materials.get(traits >> 7) ?? '',
  }
}

function counted(of: (facet: Facet) => readonly Group[], { ask }: Question, total: Facets['total']): Facets {
  const family = ask.material.split('.')[0]
  const having = (facet: Facet, has: (group: Group) => boolean) => sum(of(facet).filter(has))
  return {
    total,
    families: tally(of('material'), ({ material_key }) => material_key.split('.')[0] || 'other'),
    leaves: tally(
      of('material').filter(({ material_key }) => family && material_key.startsWith(`${family}.`)),
      ({ material_key }) => material_key,
    ),
    conditions: conditions.map((key) => ({
      key,
      lots: having(
        'condition',
        ({ condition }) => condition === '' || acceptable(key).some((each) => each === condition),
      ),
    })),
    deadlines: {
      today: having('by', ({ due }) => due === 1),
      three_days: having('by', ({ due }) => due === 1 || due === 3),
      week: having('by', ({ due }) => due !== 0),
    },
    weighed: having('weighed', ({ weighed }) => weighed),
    at_hub: having('at_hub', ({ at_hub }) => at_hub),
  }
}

function sum(groups: readonly Group[]) {
  return groups.reduce((all, { lots }) => all + lots, 0)
}

function tally(found: readonly Group[], keyOf: (group: Group) => string): Counted[] {
  const lots = new Map<string, number>()
  for (const group of found) lots.set(keyOf(group), (lots.get(keyOf(group)) ?? 0) + group.lots)
  return [...lots].map(([key, lots]) => ({ key, lots })).sort((a, b) => b.lots - a.lots || (a.key < b.key ? -1 : 1))
}

/** All lots there are: from the counters, less the few whose day has passed and that no clock has closed yet. */
async function countedNationally(db: Db, question: Question): Promise<Facets> {
  const { now } = question
  const edges = [now, ...deadlines.map((by) => lastDay(by, now))].map(hourOf)
  const counters = await countersOf(db, edges)
  const ofFacet = (facet: string) => counters.filter((count) => count.facet === facet)
  const atEdge = ofFacet('hour').filter(({ value }) => edges.includes(value))
  const materials = await materialsByNumber(db)
  const over = await groupsOf(db, indexWhere(sql`must_go_by <= ${now}`), now, materials)
  const split = atEdge.length > 0 ? (await groupsOf(db, indexWhere(inHours(atEdge, now)), now, materials)).groups : []
  const past = over.groups.map((group) => ({ ...group, lots: -group.lots }))
  const none = { material_key: '', condition: '-', weighed: false, at_hub: false, due: 0 }
  const as = (facet: string, part: (value: string) => Partial<Group>) => [
    ...ofFacet(facet).map(({ value, lots }) => ({ ...none, ...part(value), lots })),
    ...past,
  ]
  const kept: Record<Facet, Group[]> = {
    material: as('material', (material_key) => ({ material_key })),
    condition: as('condition', (condition) => ({ condition })),
    weighed: as('grade', (grade) => ({ weighed: grade === 'A' || grade === 'B' })),
    at_hub: as('at_hub', (value) => ({ at_hub: value === '1' })),
    by: [
      ...ofFacet('hour')
        .filter(({ value }) => !edges.includes(value))
        .map(({ value, lots }) => ({
          ...none,
          due: [1, 3, 7][edges.slice(1).findIndex((edge) => value < edge)] ?? 0,
          lots,
        })),
      ...split,
    ],
  }
  const grams = ofFacet('all').reduce((all, count) => all + count.grams, 0) - over.grams
  return counted((facet) => kept[facet], question, { lots: sum(kept.material), grams })
}

type Counter = { facet: string; value: string; lots: number; grams: number }

/** Counters of each choice, and of the hours between the first and the last of `edges`. */
async function countersOf(db: Db, edges: readonly string[]): Promise<Counter[]> {
  const counters = sql`(select facet, value, lots, grams from lot_counts where facet in ('all', 'material', 'condition', 'grade', 'at_hub')
    union all select facet, value, lots, grams from lot_counts where facet = 'hour' and value between ${edges[0]} and ${edges.at(-1)}) as counters`
  const all = await readColumns<keyof Counter, string | number>(
    db,
    { facet: sql`facet`, value: sql`value`, lots: sql`lots`, grams: sql`grams` },
    counters,
  )
  return all.lots.map((lots, at) => ({
    facet: String(all.facet[at]),
    value: String(all.value[at]),
    lots: Number(lots),
    grams: Number(all.grams[at]),
  }))
}

/** Lots whose hour holds more than one answer to «by when». */
function inHours(hours: readonly Counter[], now: string) {
  const each = hours.map(({ value }) => sql`(must_go_by >= ${value} and must_go_by < ${`${value}~`})`)
  return sql<boolean>`must_go_by > ${now} and (${sql.join(each, sql` or `)})`
}

function indexWhere(where: RawBuilder<SqlBool>): Asking {
  return { from: sql`lot_index`, where, n: sql`n` }
}

function hourOf(instant: string) {
  return instant.slice(0, 13)
}
