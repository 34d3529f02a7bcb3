import { DayMap } from '#app/ui/day-map.tsx'
import { type DayMark, type DayWay, letterOf } from '#app/ui/day-spot.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { DayView } from './day-view.server.ts'
import { clockOf, type Lane } from './lanes.ts'
import type { StopCard } from './stop-card.ts'

type Props = { lanes: readonly Lane[]; view: DayView }

/** The lanes on the map: it follows each drag and each better plan. */
export function LanesMap({ lanes, view }: Props) {
  const { t } = useT()
  const driving = lanes.filter(({ stops }) => stops.length > 0)
  const placed = new Set(driving.flatMap(({ stops }) => stops.map(({ id }) => id)))
  const waiting = view.cards.filter(({ id, vehicle }) => vehicle === null && !placed.has(id))
  const hub: DayMark = {
    id: 'hub',
    label: '',
    name: view.hub.name,
    to: `/hubs/${view.hub.slug}`,
    look: 'hub',
    ...view.hub.spot,
  }
  return (
    <section className="stack stack--s">
      <h2 className="visually-hidden">{t('parts.dayMap.label')}</h2>
      <DayMap
        key={view.day}
        marks={[...waiting.flatMap(waitingMark), hub, ...driving.flatMap(marksOfLane)]}
        ways={driving.map((lane, index) => wayOf(lane, index, view))}
      />
    </section>
  )
}

function wayOf({ vehicle, stops }: Lane, index: number, { hub }: DayView): DayWay {
  const spots = stops.flatMap(({ spot }) => spot ?? [])
  return {
    id: vehicle.id,
    letter: letterOf(index),
    name: vehicle.name,
    note: '',
    spots: [hub.spot, ...spots, hub.spot],
  }
}

function marksOfLane({ stops }: Lane, lane: number): DayMark[] {
  return stops.flatMap((stop, index) => {
    const label = `${letterOf(lane)}${index + 1}`
    const isDone = stop.state === 'done'
    return markOf(stop, {
      label,
      name: `${label}, ${clockOf(stop.at)}, ${namesOf(stop)}`,
      to: `#stop-${stop.id}`,
      isDone,
    })
  })
}

const waitingMark = (card: StopCard) =>
  markOf(card, { label: '', name: namesOf(card), to: '#waiting', look: 'waiting' as const })

const namesOf = ({ street, area, titles }: StopCard) => `${street || area}: ${titles.join(', ')}`

function markOf(
  { id, kind, spot }: StopCard,
  facts: Pick<DayMark, 'label' | 'name' | 'to'> & Partial<DayMark>,
): DayMark[] {
  return spot ? [{ id, look: kind === 'deliver' ? 'deliver' : 'collect', ...spot, ...facts }] : []
}
