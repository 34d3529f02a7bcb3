import { countStock } from '#app/domain/handovers/count-stock.server.ts'
import { offerFromStock } from '#app/domain/handovers/offer-from-stock.server.ts'
import { putInBay } from '#app/domain/handovers/put-in-bay.server.ts'
import { splitStock } from '#app/domain/handovers/split-stock.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { World } from './lives.ts'
import { done } from './post.ts'
import { actOf, type Resident } from './settle.ts'

/** What the hubs took in over the months is put away, but for the last; some of it divided, counted and offered again. */
export async function keepStock(world: World) {
  for (const keeper of world.residents.filter(({ coordinates }) => coordinates.length > 0)) await putAway(world, keeper)
}

async function putAway({ db, now, chance }: World, keeper: Resident) {
  const [hub_id = ''] = keeper.coordinates
  const act = actOf(keeper, now)
  const lots = await db.selectFrom('stock_lots').selectAll().where('hub_id', '=', hub_id).orderBy('code').execute()
  const bays = await db.selectFrom('bays').select('id').where('hub_id', '=', hub_id).execute()
  for (const lot of lots.slice(0, -1)) {
    const bay = bays.length > 0 ? chance.pick(bays).id : null
    done(await write(db, (trx) => putInBay(trx, act, lot.id, bay)))
  }
  const [first, second] = lots.filter(({ quantity, unit }) => unit === 'piece' && quantity > 3)
  if (first) {
    const half = { quantity: Math.floor(first.quantity / 2), grams: null }
    done(await write(db, (trx) => splitStock(trx, act, first.id, { parts: [half], key: newId() })))
    const words = { title: first.title, description: 'Dal magazzino, asciutto e pronto.', condition: 'good' } as const
    const rule = { must_go_by: null, allocation_rule: 'donor_picks', quantity: 1, key: newId() } as const
    done(await write(db, (trx) => offerFromStock(trx, act, first.id, { ...words, ...rule })))
  }
  if (!second) return
  const found = { quantity: second.quantity - 1, grams: null, grade: 'A', reason: 'broken', key: newId() } as const
  done(await write(db, (trx) => countStock(trx, act, second.id, found)))
}
