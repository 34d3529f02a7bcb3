import { lazy, type ReactNode, Suspense } from 'react'
import { type DayMark, type DayWay, waysDrawn } from './day-spot.ts'
import { useT } from './use-t.tsx'
import { WhenSeen } from './when-seen.tsx'
import './map.css'
import './day-map.css'

const Canvas = lazy(() => import('./map-day.tsx'))

type Props = { marks: readonly DayMark[]; ways: readonly DayWay[]; children?: ReactNode }

/** A day on the map: its stops with their numbers, the ways of its vehicles, and what waits. All of it is in the lists too. */
export function DayMap({ marks, ways, children }: Props) {
  const { t } = useT()
  const isSomeWaiting = marks.some(({ look }) => look === 'waiting')
  return (
    <figure className="day-map">
      <WhenSeen className="map" label={t('parts.dayMap.label')}>
        <Suspense>
          <Canvas marks={marks} ways={ways} />
        </Suspense>
      </WhenSeen>
      <figcaption>
        <ul>
          {ways.map(({ id, letter, name, note }, index) => (
            <li key={id}>
              <svg viewBox="0 0 28 8" aria-hidden="true">
                <path className={`map-way map-way--${index % waysDrawn}`} d="M0 4H28" />
              </svg>
              <span>
                <b>{letter}</b> {name}
                {note ? `, ${note}` : ''}
              </span>
            </li>
          ))}
          {isSomeWaiting ? (
            <li>
              <i className="day-mark" data-look="waiting" />
              <span>{t('parts.dayMap.waiting')}</span>
            </li>
          ) : null}
        </ul>
        {ways.length > 0 ? <p>{t('parts.dayMap.straight')}</p> : null}
        {children}
      </figcaption>
    </figure>
  )
}
