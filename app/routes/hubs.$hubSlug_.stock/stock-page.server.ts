import { baysOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { gramsByBay, type StockAsk, type StockRow, stockOfHub } from '#app/domain/hubs/stock.read.server.ts'
import type { Visit } from '#app/http/context.server.ts'

/** A hub's stock as the list shows it: what was looked for, arrivals apart, and how much lies in each bay. */
export async function stockPage(db: Visit['db'], hubId: string, ask: StockAsk) {
  const [rows, bays, byBay] = await Promise.all([stockOfHub(db, hubId, ask), baysOf(db, hubId), gramsByBay(db, hubId)])
  const lots = rows.map(asInStock)
  return {
    ask,
    arrivals: lots.filter(({ bay_code }) => bay_code === null),
    placed: lots.filter(({ bay_code }) => bay_code !== null),
    bays: bays.map(({ id, code, about }) => ({ id, code, about })),
    by_bay: byBay.map(({ bay_id, code, grams, lots: count }) => ({
      id: bay_id,
      code,
      grams: Number(grams),
      lots: count,
    })),
  }
}

export type StockPage = Awaited<ReturnType<typeof stockPage>>

function asInStock({ code, title, quantity, unit, grams, grade, bay_code, listing_state }: StockRow) {
  const is_offered = listing_state !== null && listing_state !== 'closed'
  return { code, title, quantity, unit, grams, grade, bay_code, is_offered }
}
