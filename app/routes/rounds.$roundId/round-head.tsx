import { Form, Link } from '@remix-run/react'
import { dayInRome } from '#app/domain/instant.ts'
import { goodsAboard } from '#app/domain/rounds/aboard.ts'
import type { RoundPage } from '#app/http/round-page.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Figure } from '#app/ui/figure.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** Which round, how far it has come, and what is aboard. */
export function RoundHead({ page }: { page: RoundPage }) {
  const { t, format } = useT()
  const { round, hub, stops, moves } = page
  const work = stops.filter(({ kind }) => kind === 'collect' || kind === 'deliver')
  const made = work.filter(({ state }) => state !== 'planned').length
  const aboard = [...goodsAboard(moves).values()].reduce((sum, { grams }) => sum + grams, 0)
  const mass = format.mass(aboard, 'A')
  return (
    <>
      <div className="row row--apart row--base">
        <div>
          <p className="label">
            {format.day(`${round.day}T12:00:00Z`)}, {round.vehicle_name}
          </p>
          <h1 className="head">
            {round.state === 'in_progress' && made < work.length
              ? t('driving.stopOf', { now: made + 1, all: work.length })
              : t(`rounds.states.${round.state}`)}
          </h1>
        </div>
        <div className="aboard">
          <Figure value={mass.value} unit={t('driving.aboard', { unit: mass.unit })} />
        </div>
      </div>
      <progress
        className="progress"
        max={Math.max(1, work.length)}
        value={made}
        aria-label={t('driving.made', { made, all: work.length })}
      />
      <p className="tiny soft no-print">
        <Link to={`/hubs/${hub.slug}/rounds?day=${round.day}`}>{t('driving.plan')}</Link>
        {round.leaves_at && round.returns_at
          ? `. ${t('rounds.lanes.times', { from: format.time(round.leaves_at), to: format.time(round.returns_at) })}, ${format.distance(round.metres)}.`
          : null}
        {round.driver_name ? ` ${t('rounds.round.driver', { name: round.driver_name })}.` : null}
      </p>
      {round.state === 'draft' ? <Banner>{t('driving.draft')}</Banner> : null}
      {round.state === 'published' ? <Start page={page} /> : null}
      {round.state === 'closed' ? <Banner tone="done">{t('driving.closed')}</Banner> : null}
    </>
  )
}

/** Before its day a van is asked whether it means to: nobody waits for it yet, and there is no way back. */
function Start({ page: { round, told_at } }: { page: RoundPage }) {
  const { t, format } = useT()
  const isEarly = dayInRome(told_at) < round.day
  const form = (
    <Form method="post" action={`/rounds/${round.id}/start`} className="stack stack--s no-print">
      <p className="soft">{t('driving.startWhy')}</p>
      <Button type="submit" kind={isEarly ? 'solid' : 'next'} size="wide" icon="truck">
        {t('rounds.round.start')}
      </Button>
    </Form>
  )
  if (!isEarly) return form
  return (
    <details className="no-print">
      <summary className="touch">{t('driving.early.ask')}</summary>
      <p>{t('driving.early.why', { day: format.wholeDay(round.day) })}</p>
      {form}
    </details>
  )
}
