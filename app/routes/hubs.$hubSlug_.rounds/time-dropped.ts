import { retime } from '#app/domain/pickups/rounds/retime.ts'
import { shifted } from '#app/domain/rounds/shift.ts'
import type { DayView } from './day-view.server.ts'

/** How the day goes with a stop that was just dropped: timed here, at once, while the server is told. */
export function timeDropped({ problem, outcome }: Pick<DayView, 'problem' | 'outcome'>, form: FormData) {
  const { travel } = problem
  const day = {
    ...problem,
    travel: { ...travel, seconds: Float64Array.from(travel.seconds), metres: Float64Array.from(travel.metres) },
  }
  const before = outcome.vehicles.map(({ id, stops }) => ({ vehicle: id, stops: stops.map((stop) => stop.id) }))
  const shift = {
    stop: String(form.get('stop')),
    vehicle: String(form.get('vehicle')),
    place: Number(form.get('place')),
  }
  return retime(day, shifted(day, before, shift))
}
