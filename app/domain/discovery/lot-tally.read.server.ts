import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import type { Asking } from './asking.server.ts'
import { columns, readColumns } from './columns.read.server.ts'
import { lastDay } from './lot-filter.server.ts'
import { deadlines } from './search-href.ts'

/** Lots by each thing that can be chosen. `conditions` by `conditionCodes`; `due` by the first deadline they keep: none, then `deadlines`. */
export type Tally = {
  lots: number
  grams: number
  materials: Map<string, number>
  conditions: number[]
  due: number[]
  weighed: number
  at_hub: number
}

export const noLots = (): Tally => ({
  lots: 0,
  grams: 0,
  materials: new Map(),
  conditions: [0, 0, 0, 0, 0],
  due: [0, 0, 0, 0],
  weighed: 0,
  at_hub: 0,
})

/** One number a lot says all that is counted (`traits` in the schema): read as a list and counted here, many times as quickly as by `group by`. */
export async function tallyOf(db: Db, { from, where }: Asking, now: string): Promise<Tally> {
  const [day, three, week] = deadlines.map((by) => lastDay(by, now))
  const due = sql`case when must_go_by > ${week} then 0 when must_go_by <= ${day} then 1 when must_go_by <= ${three} then 2 else 3 end`
  const { rows } = await sql<{ traits: string; grams: number }>`select
    ${lotIndexOf(db).listOf(sql`traits * 4 + ${due}`)} as traits,
    coalesce(sum(lot_index.grams), 0) as grams from ${from} where ${where}`.execute(db)
  const traits: number[] = JSON.parse(rows[0]?.traits ?? '[]')
  const tally = { ...noLots(), grams: rows[0]?.grams ?? 0 }
  const materials: number[] = []
  for (const each of traits) {
    count(tally.due, each & 3)
    addLot(tally, materials, each >> 2)
  }
  return { ...tally, materials: await named(db, materials) }
}

/** Adds one lot by its `traits`; the number of its material to `materials`. Its day and its grams are in none of them. */
export function addLot(tally: Tally, materials: number[], traits: number) {
  tally.lots++
  count(tally.conditions, (traits >> 2) & 7)
  count(materials, traits >> 5)
  if (traits & 1) tally.at_hub++
  if (traits & 2) tally.weighed++
}

function count(lots: number[], at: number) {
  lots[at] = (lots[at] ?? 0) + 1
}

/** By the keys of materials what was counted by their numbers. */
export async function named(db: Db, lots: readonly number[]) {
  if (lots.length === 0) return new Map<string, number>()
  const names = columns('number', 'material_key')
  const { number, material_key } = await readColumns<keyof typeof names, number | string>(db, names, sql`lot_materials`)
  const counts = material_key.map((key, at) => [String(key), lots[Number(number[at])] ?? 0] as const)
  return new Map(counts.filter(([, count]) => count > 0))
}
