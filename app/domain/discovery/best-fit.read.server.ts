import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { asking, type Meaning } from './asking.server.ts'
import { type Board, bestTier, fitRank, leastSize, tiersOf } from './cut-list.ts'
import type { Question } from './lot-filter.server.ts'
import type { Found } from './nearest.read.server.ts'

const mostCandidates = 30_000

type Page = { after: Found | undefined; limit: number }

/**
 * The lots that serve a cut list best: most lines served, least waste, newest. Near a place each lot there is rated;
 * over the whole country the sizes there are get rated instead, and lots are read size by size, the best first.
 */
export async function bestFittingLots(db: Db, question: Question, meaning: Meaning, page: Page): Promise<Found[]> {
  const isLocal = meaning.groups.length > 0 || question.from !== undefined || question.box !== undefined
  const candidates = isLocal ? await rated(db, question, meaning) : undefined
  if (candidates) return candidates.filter((lot) => isAfter(lot, page.after)).slice(0, page.limit)
  return bySize(db, question, meaning, page)
}

type Candidate = { n: number; available: number; length_mm: number; width_mm: number; thickness_mm: number | null }

/** Every lot that answers, best first. Undefined when there are too many to rate one by one. */
async function rated(db: Db, question: Question, meaning: Meaning): Promise<Found[] | undefined> {
  const source = asking(db, question, meaning)
  const { rows } =
    await sql<Candidate>`select ${source.n} as n, lot_index.available, lot_index.piece_length_mm as length_mm,
    lot_index.piece_width_mm as width_mm, lot_index.piece_thickness_mm as thickness_mm
    from ${source.from} where ${source.where} limit ${mostCandidates + 1}`.execute(db)
  if (rows.length > mostCandidates) return undefined
  const tolerance = question.ask.tolerance ?? 0
  return rows
    .flatMap(({ n, available, ...board }) => {
      const tier = bestTier(board, available, meaning.lines, tolerance)
      return tier ? [{ n, value: fitRank(tier) }] : []
    })
    .sort((a, b) => a.value - b.value || b.n - a.n)
}

type Step = { rank: number; board: Board; from: number; below: number | undefined }

async function bySize(db: Db, question: Question, meaning: Meaning, { after, limit }: Page): Promise<Found[]> {
  const steps = (await stepsOf(db, question, meaning)).filter(({ rank }) => !after || rank >= Number(after.value))
  const found: Found[] = []
  for (let at = 0; at < steps.length && found.length < limit; ) {
    const rank = steps[at]?.rank ?? 0
    const alike: Found[] = []
    for (; steps[at]?.rank === rank; at++)
      alike.push(...(await lotsOfSize(db, question, meaning, steps[at] as Step, limit, after)))
    found.push(...alike.sort((a, b) => b.n - a.n))
  }
  return found.slice(0, limit)
}

/** Sizes with what so many boards of each do for the list, the best first. */
async function stepsOf(db: Db, question: Question, { lines }: Meaning): Promise<Step[]> {
  const tolerance = question.ask.tolerance ?? 0
  const least = lines.map((line) => leastSize(line, tolerance))
  const fits = least.map(
    ({ length_mm: l, width_mm: w, thickness_mm: t }) =>
      sql<boolean>`(((length_mm >= ${l} and width_mm >= ${w}) or (length_mm >= ${w} and width_mm >= ${l})) and thickness_mm >= ${t ?? 0})`,
  )
  const sizes = await db
    .selectFrom('lot_sizes')
    .select(['length_mm', 'width_mm', 'thickness_mm'])
    .where(sql<boolean>`(${sql.join(fits, sql` or `)})`)
    .orderBy(sql`length_mm * width_mm`)
    .limit(mostCandidates)
    .execute()
  return sizes
    .flatMap(({ length_mm, width_mm, thickness_mm }) => {
      const board = { length_mm, width_mm, thickness_mm: thickness_mm === 0 ? null : thickness_mm }
      const tiers = tiersOf(board, lines, tolerance)
      return tiers.map((tier, at) => ({ rank: fitRank(tier), board, from: tier.boards, below: tiers[at + 1]?.boards }))
    })
    .filter(({ from, below }) => below === undefined || below > from)
    .sort((a, b) => a.rank - b.rank)
}

async function lotsOfSize(
  db: Db,
  question: Question,
  meaning: Meaning,
  step: Step,
  limit: number,
  after: Found | undefined,
) {
  const source = asking(db, question, meaning)
  const { length_mm, width_mm, thickness_mm } = step.board
  const thick =
    thickness_mm === null
      ? sql`lot_index.piece_thickness_mm is null`
      : sql`lot_index.piece_thickness_mm = ${thickness_mm}`
  const below = step.below === undefined ? sql`1 = 1` : sql`lot_index.available < ${step.below}`
  const later = after && step.rank === Number(after.value) ? sql`${source.n} < ${after.n}` : sql`1 = 1`
  const { rows } = await sql<{ n: number }>`select ${source.n} as n from ${source.from}
    where lot_index.piece_length_mm = ${length_mm} and lot_index.piece_width_mm = ${width_mm} and ${thick}
      and lot_index.available >= ${step.from} and ${below} and ${later} and ${source.where}
    order by ${source.n} desc limit ${limit}`.execute(db)
  return rows.map(({ n }) => ({ n, value: step.rank }))
}

function isAfter({ n, value }: Found, after: Found | undefined) {
  return !after || value > after.value || (value === after.value && n < after.n)
}
