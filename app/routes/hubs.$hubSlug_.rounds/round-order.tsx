import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { DayView } from './day-view.server.ts'
import type { Dragging } from './dragging.ts'
import { clockOf, type Lane } from './lanes.ts'
import { RoundStop } from './round-stop.tsx'
import { Wrong } from './wrong.tsx'

type Props = { lane: Lane; view: DayView; dragging: Dragging }

/** One vehicle's stops in their order, each with what can be done about it. */
export function RoundOrder({ lane, view, dragging }: Props) {
  const { t, format } = useT()
  const { vehicle, round, stops } = lane
  return (
    <section className="stack stack--s" id={`vehicle-${vehicle.id}`}>
      <div className="title">
        <h3 className="head-s">{vehicle.name}</h3>
        {round ? <Link to={`/rounds/${round.id}`}>{t('rounds.round.open')}</Link> : null}
      </div>
      <p className="soft tiny">
        {round ? <b>{t(`rounds.states.${round.state}`)}. </b> : null}
        {stops.length === 0 && !round ? t('rounds.lanes.none') : null}
        {stops.some(({ state }) => state === 'planned')
          ? `${t('rounds.lanes.times', { from: clockOf(lane.start), to: clockOf(lane.end) })}. ${format.distance(lane.metres)}.`
          : null}
        {lane.lunch
          ? ` ${t('rounds.lanes.lunch', { from: clockOf(lane.lunch.start), to: clockOf(lane.lunch.end) })}.`
          : ''}
        {round
          ? ` ${t('rounds.round.changed', { name: round.changed_by_name, at: format.time(round.changed_at) })}.`
          : ''}
        {round?.is_locked && round.state !== 'closed' ? ` ${t('rounds.round.locked')}.` : ''}
      </p>
      <Wrong wrong={lane.wrong} />
      <ol className="stops">
        {stops.map((stop, index) => (
          <RoundStop key={stop.id} {...{ stop, index, lane, view, dragging }} />
        ))}
      </ol>
      {round ? <RoundActs round={round} lane={lane} /> : null}
    </section>
  )
}

function RoundActs({ round, lane }: { round: NonNullable<Lane['round']>; lane: Lane }) {
  const { t } = useT()
  if (round.state !== 'draft' && round.state !== 'published') return null
  const version = <input type="hidden" name="version" value={round.version} />
  return (
    <div className="row row--buttons">
      {round.state === 'draft' ? (
        <Form method="post" action={`/rounds/${round.id}/publication`}>
          {version}
          <Button type="submit" kind="solid" size="s">
            {t('rounds.round.publish')}
          </Button>
        </Form>
      ) : (
        <ButtonLink to={`/rounds/${round.id}`} size="s" icon="truck">
          {t('rounds.round.open')}
        </ButtonLink>
      )}
      <Form method="post" action={`/rounds/${round.id}/lock`} preventScrollReset>
        {version}
        <input type="hidden" name="is_locked" value={round.is_locked ? '0' : '1'} />
        <Button type="submit" size="s" icon={round.is_locked ? 'lock-open' : 'lock'}>
          {t(round.is_locked ? 'rounds.round.unlock' : 'rounds.round.lock')}
          <span className="visually-hidden"> {lane.vehicle.name}</span>
        </Button>
      </Form>
      <details>
        <summary className="touch">{t('rounds.round.cancel')}</summary>
        <Form method="post" action={`/rounds/${round.id}/cancellation`} className="stack stack--s">
          {version}
          <p className="soft">{t('rounds.round.cancelWhy')}</p>
          <Button type="submit" kind="danger" size="s">
            {t('rounds.round.cancelSay')}
            <span className="visually-hidden"> {lane.vehicle.name}</span>
          </Button>
        </Form>
      </details>
    </div>
  )
}
