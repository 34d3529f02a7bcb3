import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { DayView } from './day-view.server.ts'
import type { Dragging } from './dragging.ts'
import { clockOf, type Lane, type LaneStop } from './lanes.ts'
import { Wrong } from './wrong.tsx'

type Props = { stop: LaneStop; index: number; lane: Lane; view: DayView; dragging: Dragging }

export function RoundStop({ stop, index, lane, view, dragging }: Props) {
  const { t, format } = useT()
  const isDone = stop.state !== 'planned'
  const first = lane.stops.filter(({ state }) => state !== 'planned').length
  return (
    <li
      id={`stop-${stop.id}`}
      data-kind={stop.kind === 'deliver' ? 'deliver' : undefined}
      data-done={stop.state === 'done' ? '' : undefined}
      title={isDone ? undefined : t('rounds.stop.drag')}
      {...(isDone ? {} : dragging.handlers(stop.id, lane.vehicle.id, index - first))}
    >
      <span className="no">
        <span className="visually-hidden">{t(`rounds.kinds.${stop.kind}`)} </span>
        {stop.state === 'done' ? <Icon name="check" /> : index + 1}
      </span>
      <div className="round-stop">
        <b>{stop.street ? `${stop.street}, ${stop.area}` : stop.area}</b>
        <p className="soft tiny">
          {t(`rounds.kinds.${stop.kind}`)}: {stop.titles.join(', ')}
          {stop.grams > 0 ? `, ${format.kilograms(stop.grams, stop.grade)}` : ''}. {stop.who}
        </p>
        {stop.window ? (
          <p className="soft tiny">
            {t(stop.is_agreed ? 'rounds.stop.window' : 'rounds.stop.proposed', {
              from: format.time(stop.window.from),
              to: format.time(stop.window.to),
            })}
          </p>
        ) : null}
        {stop.aboard === null || stop.aboard < 0 ? null : (
          <p className="soft tiny">{t('rounds.stop.aboard', { mass: format.kilograms(stop.aboard, 'C') })}</p>
        )}
        {stop.is_pinned && !isDone ? <p className="tiny">{t('rounds.stop.pinned')}</p> : null}
        {stop.state === 'failed' ? <p className="tiny wrong">{t('rounds.stop.failed')}</p> : null}
        <Wrong wrong={stop.wrong} />
        {isDone ? null : <StopActs {...{ stop, lane, view }} place={index - first} count={lane.stops.length - first} />}
      </div>
      <span className="at">{clockOf(stop.at)}</span>
    </li>
  )
}

const ways = [
  ['up', -1],
  ['down', 1],
] as const

type ActProps = Pick<Props, 'stop' | 'lane' | 'view'> & { place: number; count: number }

function StopActs({ stop, lane, view, place, count }: ActProps) {
  const { t } = useT()
  const name = `${stop.area}, ${stop.titles.join(', ')}`
  const about = (action: string) => t('rounds.stop.about', { action, stop: name })
  const others = view.vehicles.filter(({ id }) => id !== lane.vehicle.id)
  return (
    <div className="acts">
      {ways.map(([way, by]) =>
        place + by >= 0 && place + by < count ? (
          <Shift key={way} {...{ stop, view }} vehicle={lane.vehicle.id} place={place + by}>
            <Button
              id={`stop-${stop.id}-${way}`}
              type="submit"
              size="square"
              icon={`arrow-${way}`}
              aria-label={about(t(`rounds.stop.${way}`))}
            />
          </Shift>
        ) : null,
      )}
      <Pin stop={stop} lane={lane} about={about} />
      {others.length > 0 ? (
        <Shift {...{ stop, view }}>
          <select className="box" name="vehicle" aria-label={about(t('rounds.stop.moveTo'))}>
            {others.map(({ id, name: called }) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
          </select>
          <Button type="submit" size="s" aria-label={about(t('rounds.stop.move'))}>
            {t('rounds.stop.move')}
          </Button>
        </Shift>
      ) : null}
      <Shift {...{ stop, view }} vehicle="">
        <Button type="submit" kind="plain" size="s" aria-label={about(t('rounds.stop.off'))}>
          {t('rounds.stop.off')}
        </Button>
      </Shift>
    </div>
  )
}

type ShiftProps = Pick<Props, 'stop' | 'view'> & { vehicle?: string; place?: number; children: ReactNode }

function Shift({ stop, view, vehicle, place, children }: ShiftProps) {
  return (
    <Form method="post" action={`/hubs/${view.hub.slug}/rounds/arrangement`} preventScrollReset>
      <input type="hidden" name="day" value={view.day} />
      <input type="hidden" name="seen" value={view.seen} />
      <input type="hidden" name="stop" value={stop.id} />
      {vehicle === undefined ? null : <input type="hidden" name="vehicle" value={vehicle} />}
      {place === undefined ? null : <input type="hidden" name="place" value={place} />}
      {children}
    </Form>
  )
}

function Pin({ stop, lane, about }: Pick<Props, 'stop' | 'lane'> & { about: (action: string) => string }) {
  const { t } = useT()
  if (!lane.round || stop.id.includes(':')) return null
  const label = t(stop.is_pinned ? 'rounds.stop.unpin' : 'rounds.stop.pin')
  return (
    <Form method="post" action={`/rounds/${lane.round.id}/stops/${stop.id}/pin`} preventScrollReset>
      <input type="hidden" name="version" value={lane.round.version} />
      <input type="hidden" name="is_pinned" value={stop.is_pinned ? '0' : '1'} />
      <Button type="submit" size="square" icon={stop.is_pinned ? 'pin-off' : 'pin'} aria-label={about(label)} />
    </Form>
  )
}
