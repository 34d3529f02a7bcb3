import { expect } from 'vitest'
import { makeHandoverCode } from '#app/domain/claims/handover-code.server.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import type { HandoverAsk } from '#app/domain/handovers/handover-ask.ts'
import { offerFromStock, type StockOffer } from '#app/domain/handovers/offer-from-stock.server.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { differencesWithStock } from '#app/domain/handovers/stock-check.read.server.ts'
import { verifyChain } from '#app/domain/handovers/verify-chain.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { differencesWithPages } from '#app/domain/impact/verify-totals.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { codeOf, ledger, promisedBoards, weighed } from './handover-steps.ts'
import { actOf, db, given, type Neighbour } from './world.ts'

/** Ada's boards go to Officine Zero's stock: Dario asks for the hub, she weighs, he confirms. Returns the stock lot. */
export async function takenIn(facts: Partial<HandoverAsk> = {}, lot: Partial<ListingRow> = {}) {
  const ask = { claimant_id: 'dario', hub_id: 'oz', party_key: 'oz', qty_wanted: 10 }
  const { claim, listing } = await promisedBoards(lot, ask)
  const { handover } = await handedOver(claim, { typ_g: 30_000, ...facts }, { giver: 'ada', taker: 'dario' })
  return { claim, listing, handover, lot: await stockOf(handover.id) }
}

export async function stockOf(handoverId: string) {
  return db
    .selectFrom('stock_lots')
    .innerJoin('stock_moves', 'stock_moves.lot_id', 'stock_lots.id')
    .selectAll('stock_lots')
    .where('stock_moves.handover_id', '=', handoverId)
    .executeTakeFirstOrThrow()
}

export async function stockLot(id: string) {
  return db.selectFrom('stock_lots').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export function movesOf(lotId: string) {
  return db.selectFrom('stock_moves').selectAll().where('lot_id', '=', lotId).orderBy('id').execute()
}

/** Dario offers a stock lot, or part of it. */
export function offer(lotId: string, quantity: number, facts: Partial<StockOffer> = {}, by: Neighbour = 'dario') {
  const words = { title: 'Tavole di abete dal magazzino', description: '', condition: 'good' as const }
  const rule = { must_go_by: null, allocation_rule: 'donor_picks' as const, key: newId() }
  return write(db, (trx) => offerFromStock(trx, actOf(by), lotId, { quantity, ...words, ...rule, ...facts }))
}

/** What is offered from the stock, promised to Bruno. */
export async function promisedTo(listing_id: string, quantity: number, claimant_id: Neighbour = 'bruno') {
  const facts = { listing_id, claimant_id, state: 'scheduled' as const, qty_wanted: quantity }
  const claim = await given.claim(facts)
  await write(db, (trx) => makeHandoverCode(trx, actOf(claimant_id), claim.id))
  return claim
}

type Sides = { giver: Neighbour; taker: Neighbour }

/** A handover through to its confirmation, by whoever stands on either side. */
export async function handedOver(claim: ClaimRow, facts: Partial<HandoverAsk>, { giver, taker }: Sides) {
  const ask = await weighed(claim, { ...facts, code: await codeOf(claim.id) })
  const recorded = await write(db, (trx) => recordHandover(trx, actOf(giver), claim.id, ask))
  if (!('handover' in recorded) || !recorded.handover) throw new Error(`not recorded: ${JSON.stringify(recorded)}`)
  const confirmed = await write(db, (trx) => confirmHandover(trx, actOf(taker), recorded.handover.id))
  if (isRefusal(confirmed)) throw new Error(`not confirmed: ${JSON.stringify(confirmed)}`)
  return confirmed
}

/** The ledger as a few words a line: kind, grams with their sign, from whom to whom. */
export async function saidInLedger() {
  const parties = await db.selectFrom('ledger_parties').selectAll().execute()
  const name = (id: string) => {
    const party = parties.find((one) => one.id === id)
    return party?.hub_id ?? party?.organisation_id ?? party?.member_id ?? id
  }
  return (await ledger()).map(
    (entry) =>
      `${entry.kind} ${entry.sign * entry.typ_g} ${name(entry.giver_party)}→${name(entry.taker_party)} ${entry.reason}`,
  )
}

/** Invariants 10, 12 to 16 of ledger and stock, read from the tables and the published lines alone. */
export async function expectSoundStock() {
  const verdict = await verifyChain(db)
  expect(verdict.broken).toBeUndefined()
  expect(await differencesWithPages(db, verdict.chain.sums)).toEqual([])
  expect(await differencesWithStock(db, verdict.chain.sums)).toEqual([])
  const lots = await db.selectFrom('stock_lots').selectAll().execute()
  for (const lot of lots) {
    expect(lot.quantity).toBeGreaterThanOrEqual(0)
    expect(lot.grams).toBeGreaterThanOrEqual(0)
    expect(lot.ended_at !== null).toBe(lot.quantity === 0 && lot.grams === 0)
    if (lot.quantity === 0) expect(lot.grams, `${lot.code} has grams of nothing`).toBe(0)
  }
}
