import type { TimedVehicle } from '#app/domain/pickups/rounds/outcome.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { arrangeRounds } from '#app/domain/rounds/arrange-rounds.server.ts'
import type { Arranged } from '#app/domain/rounds/arranged.ts'
import { proposeTimes } from '#app/domain/rounds/publish-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { MemberVisit } from './context.server.ts'
import type { DayPlan } from './day-plan.server.ts'

/** The versions of a day's rounds as a page showed them, by vehicle: what a form carries and brings back. */
export function versionsSeen(vehicles: readonly { id: string }[], rounds: DayPlan['facts']['rounds']) {
  return vehicles.map(({ id }) => `${id}:${openRound(rounds, id)?.version ?? 0}`).join(' ')
}

export function readVersions(seen: string) {
  return new Map(
    seen.split(' ').map((one): [string, number] => {
      const cut = one.lastIndexOf(':')
      return [one.slice(0, cut), Number(one.slice(cut + 1)) || 0]
    }),
  )
}

/** Saves these vehicles' rounds as they are timed here; who is new on a round that is published already is proposed a time. */
export async function saveArrangement(
  { db, act }: MemberVisit,
  { hub, day, facts }: DayPlan,
  { timed, seen }: { timed: readonly TimedVehicle[]; seen: ReadonlyMap<string, number> },
) {
  const arranged = timed.map((one): Arranged => {
    const round = openRound(facts.rounds, one.id)
    const pinned = new Set(round?.stops.filter(({ is_pinned }) => is_pinned === 1).map(({ id }) => id))
    return { vehicle_id: one.id, version: seen.get(one.id) ?? 0, timed: one, pinned, is_locked: round?.is_locked === 1 }
  })
  return write(db, async (trx) => {
    const saved = await arrangeRounds(trx, act, { hub, day }, arranged)
    if (isRefusal(saved)) return saved
    const standing = facts.rounds.filter(({ id, state }) => saved.rounds.includes(id) && state === 'published')
    for (const { id } of standing) await proposeTimes(trx, act, id)
    return saved
  })
}

export function openRound(rounds: DayPlan['facts']['rounds'], vehicleId: string) {
  return rounds.find(({ vehicle_id, ended_at }) => vehicle_id === vehicleId && ended_at === null)
}
