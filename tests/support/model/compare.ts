import type { Model } from './state.ts'
import type { Tables } from './tables.ts'

/** Where the tables say another thing than the model: lots, claims, pickups, handovers and no-shows, one by one. */
export function differences(model: Model, tables: Tables): string[] {
  const [house, known] = [inTables(model, tables), inModel(model)]
  return (Object.keys(known) as (keyof typeof known)[]).flatMap((kind) =>
    [...new Set([...Object.keys(known[kind]), ...Object.keys(house[kind])])]
      .filter((id) => known[kind][id] !== house[kind][id])
      .map((id) => `${kind} ${id}: the model says ${known[kind][id]}, the tables ${house[kind][id]}`),
  )
}

function inModel(model: Model) {
  return {
    lots: byId(model.lots.values(), (lot) => [
      lot.state,
      lot.closed_reason,
      lot.total,
      lot.held,
      lot.collected,
      lot.must_go_by,
    ]),
    claims: byId(model.claims.values(), (claim) => [
      claim.state,
      claim.by,
      claim.house,
      claim.parent,
      `${claim.min}–${claim.wanted}`,
      claim.qty,
      claim.done,
    ]),
    pickups: byId(model.pickups.values(), (pickup) => [
      pickup.state,
      pickup.proposed_by,
      pickup.starts_at,
      pickup.ends_at,
      ...[...pickup.claims].sort(),
    ]),
    handovers: byId(model.handovers.values(), (handover) => [
      handover.state,
      handover.claim,
      handover.pickup,
      handover.quantity,
      handover.recorded_by,
    ]),
    noShows: byId(model.noShows.values(), (noShow) => [
      noShow.pickup,
      noShow.absent,
      noShow.reported_by,
      noShow.contest_by,
      noShow.is_contested,
      noShow.decision,
    ]),
  }
}

function inTables({ cast }: Model, { lots, claims, pickups, served, handovers, noShows }: Tables) {
  const claimsOf = (pickupId: string) =>
    served.filter(({ pickup_id }) => pickup_id === pickupId).map(({ claim_id }) => claim_id)
  return {
    lots: byId(lots, (lot) => [lot.state, lot.closed_reason, lot.total, lot.held, lot.collected, lot.must_go_by]),
    claims: byId(claims, (claim) => [
      claim.state,
      cast.roleOf(claim.claimant_id),
      claim.organisation_id === null ? null : cast.roleOf(claim.organisation_id),
      claim.parent_id,
      `${claim.qty_min}–${claim.qty_wanted}`,
      claim.qty,
      claim.qty_done,
    ]),
    pickups: byId(pickups, (pickup) => [
      pickup.state,
      cast.roleOf(pickup.proposed_by),
      pickup.starts_at,
      pickup.ends_at,
      ...claimsOf(pickup.id).sort(),
    ]),
    handovers: byId(handovers, (handover) => [
      handover.state,
      handover.claim_id,
      handover.pickup_id,
      handover.quantity,
      cast.roleOf(handover.recorded_by),
    ]),
    noShows: byId(noShows, (noShow) => [
      noShow.pickup_id,
      noShow.absent,
      cast.roleOf(noShow.reported_by),
      noShow.contest_by,
      noShow.contested_at !== null,
      noShow.decision,
    ]),
  }
}

function byId<Thing extends { id: string }>(
  things: Iterable<Thing>,
  tell: (thing: Thing) => unknown[],
): Record<string, string> {
  return Object.fromEntries([...things].map((thing) => [thing.id, tell(thing).join(' | ')]))
}
