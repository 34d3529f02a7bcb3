import { DayMap } from '#app/ui/day-map.tsx'
import { type DayMark, type DayWay, letterOf } from '#app/ui/day-spot.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'

type Props = Pick<BoardPage, 'rounds' | 'trips' | 'undated' | 'bases' | 'day'>

/** The chosen day on the map: rounds with letters, pickups with the numbers of their list, and what has no date yet. */
export function BoardMap(page: Props) {
  const { marks, ways } = useMarks(page)
  return (
    <BoardSection name="map">
      <DayMap key={page.day} marks={marks} ways={ways} />
    </BoardSection>
  )
}

function useMarks({ rounds, trips, undated, bases }: Props) {
  const { t } = useT()
  const onRounds = new Set(rounds.flatMap(({ stops }) => stops.flatMap(({ claims }) => claims)))
  const ways = rounds.map((round, index): DayWay => {
    const base = bases.find(({ id }) => id === round.hub_id)?.spot
    const spots = round.stops.flatMap(({ spot }) => spot ?? [])
    const note = t(`rounds.states.${round.state}`)
    return {
      id: round.id,
      letter: letterOf(index),
      name: round.vehicle_name,
      note,
      spots: base ? [base, ...spots, base] : spots,
    }
  })
  // What is first lies lowest.
  const marks: DayMark[] = [
    ...undated.flatMap(({ id, title, area, spot }): DayMark | [] => {
      if (!spot || onRounds.has(id)) return []
      const name = t('board.map.waiting', { title, area })
      return { id, label: '', name, to: `/claims/${id}`, look: 'waiting', ...spot }
    }),
    ...bases.map(
      ({ id, slug, name, spot }): DayMark => ({ id, label: '', name, to: `/hubs/${slug}`, look: 'hub', ...spot }),
    ),
    ...rounds.flatMap(({ id, stops }, at) =>
      stops.flatMap((stop, index): DayMark | [] => {
        if (!stop.spot) return []
        const label = `${letterOf(at)}${index + 1}`
        const name = `${label}, ${stop.area}: ${stop.titles.join(', ')}`
        return {
          id: stop.id,
          label,
          name,
          to: `/rounds/${id}`,
          look: stop.kind,
          isDone: stop.state === 'done',
          ...stop.spot,
        }
      }),
    ),
    ...trips.flatMap((trip, index): DayMark | [] => {
      if (trip.lots.some(({ claim_id }) => onRounds.has(claim_id))) return []
      const name = `${index + 1}, ${trip.street || trip.area}: ${trip.lots.map(({ title }) => title).join(', ')}`
      const isDone = trip.state === 'completed'
      return { id: trip.id, label: String(index + 1), name, to: '#day', look: 'collect', isDone, ...trip.spot }
    }),
  ]
  return { marks, ways }
}
