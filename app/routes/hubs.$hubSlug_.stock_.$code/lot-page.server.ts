import { baysOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { movesOfLot } from '#app/domain/hubs/stock.read.server.ts'
import { materialName } from '#app/domain/listings/material.ts'
import type { stockLotVisit } from '#app/http/stock.server.ts'

/** A stock lot with where it came from, what happened to it, and where it could lie. */
export async function lotPage({ db, hub, lot, locale }: Awaited<ReturnType<typeof stockLotVisit>>) {
  const [moves, bays, origin, parent] = await Promise.all([
    movesOfLot(db, lot.id),
    baysOf(db, hub.id),
    db.selectFrom('listings').select(['id', 'title']).where('id', '=', lot.origin_listing_id).executeTakeFirst(),
    lot.parent_id === null
      ? undefined
      : db.selectFrom('stock_lots').select('code').where('id', '=', lot.parent_id).executeTakeFirst(),
  ])
  const isOffered = lot.listing_state !== null && lot.listing_state !== 'closed'
  return {
    title: `${lot.code} · ${lot.title}`,
    hub,
    lot: { ...lot, is_offered: isOffered, material: materialName(lot.material_key, locale) },
    origin,
    parent: parent?.code,
    bays: bays.map(({ id, code, about }) => ({ id, code, about })),
    moves: moves.map(({ id, kind, quantity, grams, at, reason, other_code, handover_id, by_name }) => ({
      id,
      kind,
      quantity,
      grams,
      at,
      reason,
      other: other_code ?? '',
      handover_id,
      by: by_name ?? '',
    })),
  }
}

export type LotPage = Awaited<ReturnType<typeof lotPage>>
