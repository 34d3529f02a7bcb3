import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import type { SizeStep } from '#db/dialects/lot-index.ts'
import { asking, type Meaning, placesOf } from './asking.server.ts'
import { columns, readColumns } from './columns.read.server.ts'
import { type Board, bestTier, fitRank, leastSize, ranking, tiersOf } from './cut-list.ts'
import type { Question } from './lot-filter.server.ts'
import { cardsOf, type Found, type FoundCard } from './lot-rows.server.ts'
import { lotsAbout } from './lots-about.read.server.ts'

/** Around `few` lots are rated one by one as quickly as their sizes are; more than `most` never are. */
const usual = { few: 15_000, most: 30_000 }

type Page = { after: Found | undefined; limit: number }

/**
 * The lots that serve a cut list best: most lines served, least waste, newest. Where few lots answer, each is rated; where
 * there are many, the sizes there are get rated instead, and lots are read size by size, the best first.
 */
export async function bestFittingLots(
  db: Db,
  question: Question,
  meaning: Meaning,
  page: Page,
  { few, most } = usual,
): Promise<FoundCard[]> {
  const places = placesOf(question)
  const all = await lotsAbout(db, [])
  const about = places.length > 0 ? await lotsAbout(db, places) : all
  const isFew = meaning.groups.length > 0 || about < few
  const candidates = isFew ? await rated(db, question, meaning, most) : undefined
  if (!candidates) return cardsOf(db, await bySize(db, question, meaning, { ...page, share: Math.max(about, 1) / all }))
  return cardsOf(db, candidates.filter((lot) => isAfter(lot, page.after)).slice(0, page.limit))
}

/** Every lot that answers, best first. Undefined when there are too many to rate one by one. */
async function rated(db: Db, question: Question, meaning: Meaning, most: number): Promise<Found[] | undefined> {
  const source = asking(db, question, meaning)
  const { n: numbers, ...lots } = await readColumns(
    db,
    {
      n: sql`n`,
      available: sql`available`,
      length_mm: sql`piece_length_mm`,
      width_mm: sql`piece_width_mm`,
      thickness_mm: sql`coalesce(piece_thickness_mm, 0)`,
    },
    sql`(select ${source.n} as n, available, piece_length_mm, piece_width_mm, piece_thickness_mm
      from ${source.from} where ${source.where} limit ${most + 1}) as few`,
  )
  if (numbers.length > most) return undefined
  const tolerance = question.ask.tolerance ?? 0
  return numbers
    .flatMap((n, at) => {
      const tier = bestTier(boardAt(lots, at), lots.available[at] ?? 0, meaning.lines, tolerance)
      return tier ? [{ n, value: fitRank(tier) }] : []
    })
    .sort(bestFirst)
}

type Sizes = { length_mm: number[]; width_mm: number[]; thickness_mm: number[] }

function boardAt({ length_mm, width_mm, thickness_mm }: Sizes, at: number): Board {
  return { length_mm: length_mm[at] ?? 0, width_mm: width_mm[at] ?? 0, thickness_mm: thickness_mm[at] || null }
}

type Step = SizeStep & { lots: number }

/** Reads three times as many lots each time, beginning with what should fill a page; `share` of all lots lie where the question looks. */
async function bySize(db: Db, question: Question, meaning: Meaning, page: Page & { share: number }): Promise<Found[]> {
  const { after, limit, share } = page
  const next = stepsFrom(await sizesServing(db, question, meaning), meaning, question)
  let found: Found[] = []
  for (let lots = (limit * 3) / share; ; lots *= 3) {
    const { steps, following } = next(lots)
    const wanted = after ? steps.filter(({ rank }) => rank >= Number(after.value)) : steps
    if (wanted.length > 0) found = [...found, ...(await lotsOf(db, question, meaning, wanted, page))].sort(bestFirst)
    const last = found[limit - 1]
    if (following === Number.POSITIVE_INFINITY || (last && Number(last.value) < following)) return found.slice(0, limit)
  }
}

/** The sizes there are of which a board gives a piece of the list, and how many lots have each. */
function sizesServing(db: Db, question: Question, { lines }: Meaning) {
  const least = lines.map((line) => leastSize(line, question.ask.tolerance ?? 0))
  // The plus keeps SQLite from going through its index twice and to a row for each: the whole table is read sooner.
  const fits = least.map(
    ({ length_mm: l, width_mm: w, thickness_mm: t }) =>
      sql<boolean>`(((+length_mm >= ${l} and width_mm >= ${w}) or (+length_mm >= ${w} and width_mm >= ${l})) and thickness_mm >= ${t ?? 0})`,
  )
  return readColumns(
    db,
    columns('length_mm', 'width_mm', 'thickness_mm', 'lots'),
    sql`(select length_mm, width_mm, thickness_mm, lots from lot_sizes where ${sql.join(fits, sql` or `)} limit ${mostSizes}) as sizes`,
  )
}

const mostSizes = 100_000

/**
 * Steps of the sizes, best first, about so many lots of them at each call, and the rank from which more follow. Sizes are
 * ordered by the most they could do; what fewer boards do is looked at only when a size's turn has come.
 */
function stepsFrom(sizes: Sizes & { lots: number[] }, { lines }: Meaning, { ask }: Question) {
  const rankOf = ranking(lines, ask.tolerance)
  const order = sizes.lots
    .map((_, at) => ({ at, rank: rankOf(boardAt(sizes, at)) ?? Number.POSITIVE_INFINITY }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
  let turn = 0
  let waiting: Step[] = []
  return (lots: number) => {
    for (let read = 0; turn < order.length && read < lots; turn++) {
      const at = order[turn]?.at ?? 0
      waiting.push(...stepsOf(boardAt(sizes, at), sizes.lots[at] ?? 0, lines, ask.tolerance))
      read += sizes.lots[at] ?? 0
    }
    waiting.sort((a, b) => a.rank - b.rank)
    const end = endOf(waiting, order[turn]?.rank ?? Number.POSITIVE_INFINITY, lots)
    const steps = waiting.slice(0, end)
    waiting = waiting.slice(end)
    return {
      steps,
      following: Math.min(waiting[0]?.rank ?? Number.POSITIVE_INFINITY, order[turn]?.rank ?? Number.POSITIVE_INFINITY),
    }
  }
}

/** Up to where steps go before `rank`, or hold so many lots; at least one goes if any does. */
function endOf(steps: readonly Step[], rank: number, lots: number) {
  let held = 0
  const end = steps.findIndex((step) => {
    held += step.lots
    return step.rank > rank || (held > lots && held > step.lots)
  })
  return end === -1 ? steps.length : end
}

/** From so many boards of a size on, and below so many, a lot has this rank. */
function stepsOf(board: Board, lots: number, lines: Meaning['lines'], tolerance_mm: number | undefined): Step[] {
  const tiers = tiersOf(board, lines, tolerance_mm)
  return tiers
    .map((tier, at) => ({
      rank: fitRank(tier),
      ...board,
      least: tier.boards,
      below: tiers[at + 1]?.boards ?? null,
      lots,
    }))
    .filter(({ least, below }) => below === null || below > least)
}

/** The lots of some steps that answer, the best first: a size that many lots have is read in the order of the index. */
async function lotsOf(db: Db, question: Question, meaning: Meaning, steps: readonly Step[], { after, limit }: Page) {
  const source = asking(db, question, meaning, { begin: 'place' })
  const [only, ...more] = steps
  if (only && more.length === 0) {
    const { rows } =
      await sql<Found>`select ${source.n} as n, cast(${only.rank} as integer) as value from ${source.from}
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
  const thick = sql.ref('lot_index.piece_thickness_mm')
  return sql`lot_index.unit = 'piece' and lot_index.piece_length_mm = ${length_mm} and lot_index.piece_width_mm = ${width_mm}
    and ${thickness_mm === null ? sql`${thick} is null` : sql`${thick} = ${thickness_mm}`}
    and lot_index.available >= ${least} and ${below === null ? sql`1 = 1` : sql`lot_index.available < ${below}`}`
}

function isAfter({ n, value }: Found, after: Found | undefined) {
  return !after || value > after.value || (value === after.value && n < after.n)
}

function bestFirst(a: Found, b: Found) {
  return Number(a.value) - Number(b.value) || b.n - a.n
}
