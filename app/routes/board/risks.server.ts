import { dayInRome, later } from '#app/domain/instant.ts'
import { pickupsBetween } from '#app/domain/pickups/board-pickups.read.server.ts'
import type { Care } from '#app/domain/pickups/care.server.ts'
import { type RoundSummary, roundsBehind } from '#app/domain/rounds/rounds-between.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'

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
}

type Ask = { care: Care; hubIds: readonly string[] }

/** What is at risk now, whatever day is looked at, the most pressing first. */
export async function risksOf({ db, now }: MemberVisit, { care, hubIds }: Ask, known: Known): Promise<Risk[]> {
  const [behind, soon] = await Promise.all([
    roundsBehind(db, hubIds, now),
    pickupsBetween(db, care, { from: now, to: later(now, { hours: soonHours }) }),
  ])
  const expiring = known.undated.filter(({ must_go_by: by }) => by !== null && by <= later(now, { days: soonDays }))
  const unwanted = known.due.filter(({ asking }) => asking === 0)
  const counted = [
    { kind: 'overdue', to: '#overdue', count: known.overdue },
    { kind: 'unconfirmed', to: '#calendar', count: soon.filter(({ state }) => state === 'proposed').length },
    { kind: 'expiring', to: '#undated', count: expiring.length },
    { kind: 'unwanted', to: '#due', count: unwanted.length },
    { kind: 'contested', to: '#contested', count: known.contested },
  ] as const
  return [...behind.map((round) => asRisk(round, dayInRome(now))), ...counted.filter(({ count }) => count > 0)]
}

function asRisk({ id, day, vehicle_name: name, leaves_at }: RoundSummary, today: string): Risk {
  const to = `/rounds/${id}`
  return day === today ? { kind: 'late_start', to, name, at: leaves_at ?? '' } : { kind: 'unclosed', to, name, day }
}
