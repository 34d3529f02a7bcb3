import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { totalOfStock } from './totals.read.server.ts'

/**
 * What is on no total, and why: hub stock not handed on, lots only offered (their estimate, for what is left of them),
 * what became waste, handovers without a weight, and those that one side alone has confirmed.
 */
export async function uncounted(db: Db) {
  const [stock, offered, waste, unweighed, unconfirmed] = await Promise.all([
    totalOfStock(db),
    offeredGrams(db),
    wasteGrams(db),
    handoversWithoutMass(db),
    unansweredHandovers(db),
  ])
  return { stock_g: stock.typ_g, offered_g: offered, waste_g: waste, unweighed, unconfirmed }
}

async function offeredGrams(db: Db) {
  const left = sql<number>`coalesce(sum(weight_typ_g * (total - collected - written_off) / total), 0)`
  const lots = db
    .selectFrom('listings')
    .where('kind', '=', 'offer')
    .where('state', 'in', ['live', 'paused'])
    .where('published_at', 'is not', null)
  return (await lots.select(left.as('grams')).executeTakeFirstOrThrow()).grams
}

async function wasteGrams(db: Db) {
  const grams = sql<number>`coalesce(sum(sign * typ_g), 0)`
  return (
    await db
      .selectFrom('mass_ledger')
      .select(grams.as('grams'))
      .where('kind', '=', 'became_waste')
      .executeTakeFirstOrThrow()
  ).grams
}

async function handoversWithoutMass(db: Db) {
  const live = db
    .selectFrom('mass_ledger')
    .select((eb) => ['handover_id', eb.fn.sum<number>('sign').as('live')])
    .groupBy('handover_id')
  const counted = await db
    .selectFrom('handovers')
    .leftJoin(live.as('posted'), 'posted.handover_id', 'handovers.id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('handovers.state', '=', 'confirmed')
    .where((eb) => eb.or([eb('posted.live', 'is', null), eb('posted.live', '=', 0)]))
    .executeTakeFirstOrThrow()
  return counted.n
}

// A claim that ended meanwhile will never be confirmed: nothing is awaited any more.
async function unansweredHandovers(db: Db) {
  const counted = await db
    .selectFrom('handovers')
    .innerJoin('claims', 'claims.id', 'handovers.claim_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('handovers.state', '<>', 'confirmed')
    .where('claims.is_open', '=', 1)
    .executeTakeFirstOrThrow()
  return counted.n
}
