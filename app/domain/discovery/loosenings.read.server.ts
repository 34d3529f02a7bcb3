import type { Db } from '#db/database.ts'
import type { Question } from './lot-filter.server.ts'
import { countLots } from './search.read.server.ts'
import { type Filter, filtersOf, without } from './search-filters.ts'

const most = 4

export type Loosening = { drop: Filter | 'q'; lots: number }

/** What lets lots appear where there are none: one filter dropped at a time, the most promising first. At most four are tried. */
export async function looseningsOf(db: Db, question: Question): Promise<Loosening[]> {
  const { ask } = question
  const tried = [...filtersOf(ask), ...(ask.q ? (['q'] as const) : [])].slice(0, most)
  const counted = await Promise.all(
    tried.map(async (drop) => {
      const { lots } = await countLots(db, { ...question, ask: { ...ask, ...without(drop) } })
      return { drop, lots }
    }),
  )
  return counted.filter(({ lots }) => lots > 0).sort((a, b) => b.lots - a.lots)
}
