import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { Sums } from './ledger-sums.ts'

/**
 * Compares every hub's stock with the sums of the verified entries, gram by gram: what the ledger says a hub holds is what
 * its stock lots hold, each lot is the sum of its moves, and splitting and merging neither make nor lose anything
 * (invariant 15). Returns what differs, in words; nothing when all agree.
 */
export async function differencesWithStock(db: Db, sums: Sums): Promise<string[]> {
  return [...(await hubsAgainst(db, sums)), ...(await lotsAgainstMoves(db)), ...(await movesAmongLots(db))]
}

async function hubsAgainst(db: Db, sums: Sums) {
  const hubs = await db
    .selectFrom('hubs')
    .leftJoin('ledger_parties', 'ledger_parties.hub_id', 'hubs.id')
    .leftJoin('stock_lots', 'stock_lots.hub_id', 'hubs.id')
    .select(({ fn }) => [
      'hubs.slug',
      'ledger_parties.id as party',
      fn.sum<number | null>('stock_lots.grams').as('grams'),
    ])
    .groupBy(['hubs.slug', 'ledger_parties.id'])
    .execute()
  return hubs.flatMap(({ slug, party, grams }) => {
    const [lots, entries] = [Number(grams ?? 0), sums.pipeline.get(party ?? '') ?? 0]
    return lots === entries ? [] : [`the stock of ${slug} holds ${lots} g, the entries say ${entries} g`]
  })
}

async function lotsAgainstMoves(db: Db) {
  const { rows } = await sql<{ code: string }>`
    select stock_lots.code from stock_lots left join stock_moves on stock_moves.lot_id = stock_lots.id
    group by stock_lots.id, stock_lots.code, stock_lots.grams, stock_lots.quantity
    having stock_lots.grams <> coalesce(sum(stock_moves.grams), 0)
      or stock_lots.quantity <> coalesce(sum(stock_moves.quantity), 0)
    order by stock_lots.code`.execute(db)
  return rows.map(({ code }) => `stock lot ${code} is not the sum of its moves`)
}

async function movesAmongLots(db: Db) {
  const { rows } = await sql<{ lot: string }>`
    select min(lot_id) as lot from stock_moves where kind in ('split_out', 'split_in', 'merged_out', 'merged_in')
    group by case when lot_id < other_lot_id then lot_id || other_lot_id else other_lot_id || lot_id end
    having sum(grams) <> 0 or sum(quantity) <> 0`.execute(db)
  return rows.map(({ lot }) => `what moved between stock lot ${lot} and another does not balance`)
}
