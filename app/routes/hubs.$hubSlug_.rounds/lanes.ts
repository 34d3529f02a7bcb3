import type { RoundOutcome, StopViolation, VehicleViolation } from '#app/domain/pickups/rounds/outcome.ts'
import type { DayView } from './day-view.server.ts'
import type { StopCard } from './stop-card.ts'

export type LaneStop = StopCard & { at: number; until: number; aboard: number | null; wrong: StopViolation[] }

export type Lane = {
  vehicle: DayView['vehicles'][number]
  round: DayView['rounds'][number] | undefined
  /** Done stops first, then what is to do, then unloading at the hub. */
  stops: LaneStop[]
  start: number
  end: number
  lunch: { start: number; end: number } | undefined
  metres: number
  most_grams: number
  most_dm3: number
  wrong: VehicleViolation[]
}

type Day = Pick<DayView, 'vehicles' | 'rounds' | 'cards' | 'done'>

/** An outcome of the planner as lanes, one for each vehicle. */
export function lanesOf({ vehicles, rounds, cards, done }: Day, outcome: RoundOutcome): Lane[] {
  const known = new Map(cards.map((card) => [card.id, card]))
  return vehicles.map((vehicle) => {
    const timed = outcome.vehicles.find(({ id }) => id === vehicle.id)
    const own = rounds.filter(({ vehicle_id }) => vehicle_id === vehicle.id)
    const round = own.find(({ state }) => state !== 'closed') ?? own[0]
    const made = done
      .filter(({ vehicle: of }) => of === vehicle.id)
      .flatMap((card) => laneStop(card, card.at ?? 0, card.until ?? 0))
    const work = (timed?.stops ?? []).flatMap(({ id, start, end, grams, wrong }) => {
      const card = known.get(id)
      return card ? laneStop(card, start, end, grams, wrong) : []
    })
    const aboard = [timed?.grams ?? 0, ...(timed?.stops ?? []).map(({ grams }) => grams)]
    const volumes = [timed?.dm3 ?? 0, ...(timed?.stops ?? []).map(({ dm3 }) => dm3)]
    return {
      vehicle,
      round,
      stops: [...made, ...work],
      start: timed?.start ?? 0,
      end: timed?.end ?? 0,
      lunch: timed?.lunch,
      metres: timed?.metres ?? 0,
      most_grams: Math.max(...aboard),
      most_dm3: Math.max(...volumes),
      wrong: timed?.wrong ?? [],
    }
  })
}

function laneStop(
  card: StopCard,
  at: number,
  until: number,
  aboard: number | null = null,
  wrong: StopViolation[] = [],
): LaneStop[] {
  if (card.kind === 'hub_in' || card.kind === 'hub_out') return []
  return [{ ...card, at, until, aboard, wrong }]
}

/** 'HH:MM' of seconds since midnight. */
export function clockOf(seconds: number) {
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
