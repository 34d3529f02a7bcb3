import { later } from '#app/domain/instant.ts'
import { pickupsBetween } from '#app/domain/pickups/board-pickups.read.server.ts'
import type { Care } from '#app/domain/pickups/care.server.ts'
import { roundsUnclosed } from '#app/domain/rounds/rounds-between.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import type { BoardRound } from './board-rounds.server.ts'

/** Something that goes wrong if nobody does anything today. */
export type Risk =
  | { kind: 'unclosed'; to: string; name: string; day: string }
  | { kind: 'late_start'; to: string; name: string; at: string }
  | { kind: 'overdue' | 'unconfirmed' | 'expiring' | 'unwanted' | 'contested'; to: string; count: number }

const soonHours = 36
const soonDays = 3

type Known = {
  overdue: number
  contested: number
  undated: readonly { must_go_by: string | null }[]
  due: readonly { asking: number }[]
  /** Of today, whatever day is looked at. */
  rounds: readonly BoardRound[]
}

type Ask = { care: Care; hubIds: readonly string[]; today: string }

/** What is at risk, the most pressing first. */
export async function risksOf({ db, now }: MemberVisit, { care, hubIds, today }: Ask, known: Known): Promise<Risk[]> {
  const [unclosed, soon] = await Promise.all([
    roundsUnclosed(db, hubIds, today),
    pickupsBetween(db, care, { from: now, to: later(now, { hours: soonHours }) }),
  ])
  const expiring = known.undated.filter(({ must_go_by: by }) => by !== null && by <= later(now, { days: soonDays }))
  const late = known.rounds.filter(
    ({ state, leaves_at }) => state === 'published' && leaves_at !== null && leaves_at < now,
  )
  const counted: Risk[] = [
    { kind: 'overdue', to: '#overdue', count: known.overdue },
    { kind: 'unconfirmed', to: '#calendar', count: soon.filter(({ state }) => state === 'proposed').length },
    { kind: 'expiring', to: '#undated', count: expiring.length },
    { kind: 'unwanted', to: '#due', count: known.due.filter(({ asking }) => asking === 0).length },
    { kind: 'contested', to: '#contested', count: known.contested },
  ]
  return [
    ...late.map(
      (each): Risk => ({
        kind: 'late_start',
        to: `/rounds/${each.id}`,
        name: each.vehicle_name,
        at: each.leaves_at ?? '',
      }),
    ),
    ...unclosed.map(
      (each): Risk => ({ kind: 'unclosed', to: `/rounds/${each.id}`, name: each.vehicle_name, day: each.day }),
    ),
    ...counted.filter((risk) => 'count' in risk && risk.count > 0),
  ]
}
