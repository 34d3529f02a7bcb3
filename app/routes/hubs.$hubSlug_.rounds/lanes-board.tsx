import type { CSSProperties } from 'react'
import { useT } from '#app/ui/use-t.tsx'
import { clockOf, type Lane, type LaneStop } from './lanes.ts'
import './lanes.css'

/** Vehicles as lanes, hours as columns. On a narrow screen each lane is a list with its times. */
export function LanesBoard({ lanes }: { lanes: readonly Lane[] }) {
  const { t } = useT()
  const { first, hours } = hoursOf(lanes)
  return (
    <section className="stack stack--s">
      <div className="title">
        <h2 className="head-s">{t('rounds.lanes.title')}</h2>
        <span className="label">{t('rounds.lanes.legend')}</span>
      </div>
      <div className="lanes" tabIndex={0} role="region" aria-label={t('rounds.lanes.label')}>
        <div className="grid" style={{ '--hours': hours.length } as CSSProperties}>
          <div className="lane-name hour">
            <b>{t('rounds.lanes.vehicle')}</b>
          </div>
          {hours.map((hour) => (
            <div key={hour} className="hour">
              {hour}:00
            </div>
          ))}
          {lanes.map((lane) => (
            <LaneRow key={lane.vehicle.id} lane={lane} first={first} />
          ))}
        </div>
      </div>
    </section>
  )
}

function hoursOf(lanes: readonly Lane[]) {
  const starts = lanes.map(({ vehicle }) => Number(vehicle.from_time.slice(0, 2)))
  const ends = lanes.flatMap(({ vehicle, end }) => [Number(vehicle.to_time.slice(0, 2)), Math.ceil(end / 3600)])
  const first = Math.min(8, ...starts)
  const last = Math.min(24, Math.max(18, ...ends))
  return { first, hours: Array.from({ length: last - first }, (_, at) => first + at) }
}

function LaneRow({ lane, first }: { lane: Lane; first: number }) {
  const { t } = useT()
  const { vehicle, stops } = lane
  return (
    <>
      <div className="lane-name">
        <b>{vehicle.name}</b>
        <span className="tiny soft">
          {stops.length === 0 ? t('rounds.lanes.none') : t('rounds.lanes.stops', { count: stops.length })}
        </span>
        <LaneLoad lane={lane} />
      </div>
      <div className="lane">
        {stops.map((stop, at) => (
          <Slot
            key={stop.id}
            stop={stop}
            number={at + 1}
            first={first}
            isDraft={!lane.round || lane.round.state === 'draft' || lane.round.state === 'closed'}
          />
        ))}
      </div>
    </>
  )
}

type SlotProps = { stop: LaneStop; number: number; first: number; isDraft: boolean }

function Slot({ stop, number, first, isDraft }: SlotProps) {
  const { t, format } = useT()
  const length = Math.max(0.3, (stop.until - stop.at) / 3600)
  const style = { '--from': stop.at / 3600 - first, '--len': length } as CSSProperties
  return (
    <a
      className="lane-slot"
      href={`#stop-${stop.id}`}
      style={style}
      data-done={stop.state === 'done' ? '' : undefined}
      data-issue={stop.wrong.length > 0 || stop.state === 'failed' ? '' : undefined}
      data-draft={isDraft && !stop.is_agreed ? '' : undefined}
    >
      <time>{clockOf(stop.at)}</time>
      <b>
        <span className="visually-hidden">{number}. </span>
        <span className="in-lane" aria-hidden="true">
          {number}
        </span>
        <span className="in-list">{stop.area}</span>
      </b>
      <span className="in-list">
        {t(`rounds.kinds.${stop.kind}`)}
        {stop.grams > 0 ? `, ${format.kilograms(stop.grams, stop.grade)}` : ''}
      </span>
    </a>
  )
}

/** How full the vehicle is where it is fullest, by mass and by room. */
function LaneLoad({ lane }: { lane: Lane }) {
  const { t, format } = useT()
  const { vehicle, most_grams, most_dm3 } = lane
  const bars = [
    { name: t('rounds.lanes.kilograms'), is: most_grams / 1000, most: vehicle.capacity_g / 1000 },
    { name: t('rounds.lanes.volume'), is: most_dm3 / 1000, most: vehicle.capacity_dm3 / 1000 },
  ]
  return (
    <div className="lane-load">
      {bars.map(({ name, is, most }) => {
        const [now, full] = [format.number(is), format.number(most)]
        const label = `${now} / ${full} ${name}${is > most ? `, ${t('rounds.lanes.over')}` : ''}`
        return (
          <div key={name}>
            <span data-over={is > most ? '' : undefined}>
              <span>{is > most ? `${name}, ${t('rounds.lanes.over')}` : name}</span>
              <b>
                {now} / {full}
              </b>
            </span>
            <meter
              className="load-bar"
              min={0}
              max={most}
              high={most * 0.999}
              low={0}
              optimum={0}
              value={Math.min(is, most)}
              aria-label={label}
            />
          </div>
        )
      })}
    </div>
  )
}
