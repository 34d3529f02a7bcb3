import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import type { SizeStep } from '#db/dialects/lot-index.ts'
import { asking, type Meaning, placesOf } from './asking.server.ts'
import { type Board, bestTier, fitRank, leastSize, tiersOf } from './cut-list.ts'
import type { Question } from './lot-filter.server.ts'
import { cardsOf, type Found, type FoundCard } from './lot-rows.server.ts'
import { lotsAbout } from './lots-about.read.server.ts'

const mostCandidates = 30_000
/** Up to so many lots are rated one by one as quickly as their sizes are. */
const fewEnough = 4000

type Page = { after: Found | undefined; limit: number }

/**
 * The lots that serve a cut list best: most lines served, least waste, newest. Where few lots answer, each is rated; where
 * there are many, the sizes there are get rated instead, and lots are read size by size, the best first.
 */
export async function bestFittingLots(db: Db, question: Question, meaning: Meaning, page: Page): Promise<FoundCard[]> {
  const isFew = meaning.groups.length > 0 || (await lotsAbout(db, placesOf(question))) < fewEnough
  const candidates = isFew ? await rated(db, question, meaning) : undefined
  if (!candidates) return cardsOf(db, await bySize(db, question, meaning, page))
  return cardsOf(db, candidates.filter((lot) => isAfter(lot, page.after)).slice(0, page.limit))
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
    .sort(bestFirst)
}

type Step = SizeStep & { lots: number }

async function bySize(db: Db, question: Question, meaning: Meaning, { after, limit }: Page): Promise<Found[]> {
  const steps = (await stepsOf(db, question, meaning)).filter(({ rank }) => !after || rank >= Number(after.value))
  let found: Found[] = []
  for (let at = 0; at < steps.length; ) {
    const batch = batchFrom(steps, at)
    at += batch.length
    found = [...found, ...(await lotsOf(db, question, meaning, batch, { after, limit }))]
      .sort(bestFirst)
      .slice(0, limit)
    const last = found[limit - 1]
    if (last && Number(last.value) < (steps[at]?.rank ?? Number.POSITIVE_INFINITY)) break
  }
  return found
}

/** So many lots are read at once: a page of them is usually among these. */
const lotsAtOnce = 1500

function batchFrom(steps: readonly Step[], at: number) {
  let lots = 0
  let end = at
  for (; end < steps.length && (end === at || lots + (steps[end]?.lots ?? 0) <= lotsAtOnce); end++)
    lots += steps[end]?.lots ?? 0
  return steps.slice(at, end)
}

/** Sizes with what so many boards of each do for the list, the best first. */
async function stepsOf(db: Db, question: Question, { lines }: Meaning): Promise<Step[]> {
  const tolerance = question.ask.tolerance ?? 0
  const least = lines.map((line) => leastSize(line, tolerance))
  const fits = least.map(
    ({ length_mm: l, width_mm: w, thickness_mm: t }) =>
      sql<boolean>`(((length_mm >= ${l} and width_mm >= ${w}) or (length_mm >= ${w} and width_mm >= ${l})) and thickness_mm >= ${t ?? 0})`,
  )
  const { rows } = await sql<
    Board & { thickness_mm: number; lots: number }
  >`select length_mm, width_mm, thickness_mm, lots
    from lot_sizes where ${sql.join(fits, sql` or `)} limit ${mostSizes}`.execute(db)
  return rows
    .flatMap(({ lots, ...size }) => {
      const board = { ...size, thickness_mm: size.thickness_mm === 0 ? null : size.thickness_mm }
      const tiers = tiersOf(board, lines, tolerance)
      return tiers.map((tier, at) => {
        const below = tiers[at + 1]?.boards ?? null
        return { rank: fitRank(tier), ...board, least: tier.boards, below, lots }
      })
    })
    .filter(({ least, below }) => below === null || below > least)
    .sort((a, b) => a.rank - b.rank)
}

const mostSizes = 100_000

/** The lots of some steps that answer, the best first: a size that many lots have is read in the order of the index. */
async function lotsOf(db: Db, question: Question, meaning: Meaning, steps: readonly Step[], { after, limit }: Page) {
  const source = asking(db, question, meaning)
  const [only, ...more] = steps
  if (only && more.length === 0) {
    const { rows } = await sql<Found>`select ${source.n} as n, ${only.rank} as value from ${source.from}
      where ${isOfStep(only)} and ${after && only.rank === after.value ? sql`${source.n} < ${after.n}` : sql`1 = 1`}
        and ${source.where} order by ${source.n} desc limit ${limit}`.execute(db)
    return rows
  }
  const later = after ? sql`(steps.rank > ${after.value} or ${source.n} < ${after.n})` : sql`1 = 1`
  const { rows } = await sql<Found>`select ${source.n} as n, steps.rank as value
    from ${lotIndexOf(db).ofSizes(steps)} where lot_index.available >= steps.least
      and (steps.below is null or lot_index.available < steps.below) and ${later} and ${source.where}
    order by steps.rank, ${source.n} desc limit ${limit}`.execute(db)
  return rows
}

function isOfStep({ length_mm, width_mm, thickness_mm, least, below }: Step) {
  const [thick, most] = [sql.ref('lot_index.piece_thickness_mm'), below ?? Number.MAX_SAFE_INTEGER]
  return sql`lot_index.unit = 'piece' and lot_index.piece_length_mm = ${length_mm} and lot_index.piece_width_mm = ${width_mm}
    and ${thickness_mm === null ? sql`${thick} is null` : sql`${thick} = ${thickness_mm}`}
    and lot_index.available >= ${least} and lot_index.available < ${most}`
}

function isAfter({ n, value }: Found, after: Found | undefined) {
  return !after || value > after.value || (value === after.value && n < after.n)
}

function bestFirst(a: Found, b: Found) {
  return Number(a.value) - Number(b.value) || b.n - a.n
}
