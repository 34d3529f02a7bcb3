import { Form } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { DayView } from './day-view.server.ts'
import type { Progress, RoundSearch } from './use-round-search.ts'

type Props = { view: DayView; search: RoundSearch }

/** One button for good rounds: it shows what it finds while it finds it, and changes nothing until it is kept. */
export function SearchPanel({ view, search }: Props) {
  const { t } = useT()
  const { id, progress } = search
  if (view.vehicles.length === 0)
    return (
      <Empty
        title={t('rounds.lanes.noVehicles')}
        mat="metal"
        action={<ButtonLink to={`/hubs/${view.hub.slug}/vehicles`}>{t('rounds.lanes.addVehicle')}</ButtonLink>}
      >
        {t('rounds.lanes.noVehiclesWhy')}
      </Empty>
    )
  return (
    <div className="stack stack--s" aria-live="polite">
      {search.refused ? <Refusal reason={search.refused} /> : null}
      {id === undefined ? (
        <div className="row row--apart">
          <p className="soft">{t('rounds.search.why')}</p>
          <Form
            method="post"
            action={`/hubs/${view.hub.slug}/rounds/searches`}
            onSubmit={(event) => {
              event.preventDefault()
              search.start()
            }}
          >
            <input type="hidden" name="day" value={view.day} />
            <input type="hidden" name="seen" value={view.seen} />
            <Button type="submit" kind="next" busy={search.isStarting}>
              {t('rounds.search.start')}
            </Button>
          </Form>
        </div>
      ) : (
        <div tabIndex={-1} ref={takeFocus}>
          <Banner tone={progress?.state === 'failed' ? 'fail' : 'turn'} icon="truck">
            <Found progress={progress} />
            <div className="row row--buttons">
              {progress?.outcome ? (
                <Form method="post" action={`/hubs/${view.hub.slug}/rounds/searches/${id}/adoption`}>
                  <input type="hidden" name="day" value={view.day} />
                  <Button type="submit" kind="next" size="s">
                    {t('rounds.search.keep')}
                  </Button>
                </Form>
              ) : null}
              {progress?.state === 'searching' ? (
                <Button
                  type="button"
                  size="s"
                  onClick={(event) => {
                    takeFocus(event.currentTarget.closest('[tabindex]'))
                    search.stop()
                  }}
                >
                  {t('rounds.search.stop')}
                </Button>
              ) : null}
              <Button type="button" kind="plain" size="s" onClick={search.drop}>
                {t('rounds.search.drop')}
              </Button>
            </div>
          </Banner>
        </div>
      )}
    </div>
  )
}

/** The button that was pressed goes: the keyboard goes on where the next ones are. */
function takeFocus(found: HTMLElement | null) {
  found?.focus({ preventScroll: true })
}

function Found({ progress }: { progress: Progress | undefined }) {
  const { t, format } = useT()
  if (progress?.state === 'failed') return <p>{t('rounds.search.failed')}</p>
  const { outcome, planned = 0, left_out = 0 } = progress ?? {}
  const seconds = Math.floor((progress?.milliseconds ?? 0) / 1000)
  const metres = outcome?.vehicles.reduce((sum, one) => sum + one.metres, 0) ?? 0
  const work = outcome?.vehicles.reduce((sum, one) => sum + one.seconds, 0) ?? 0
  const minutes = Math.round(work / 60)
  return (
    <p>
      <b>
        {progress && progress.state !== 'searching'
          ? t('rounds.search.ended')
          : t('rounds.search.running', { seconds: format.number(seconds) })}
        .
      </b>{' '}
      {outcome
        ? t('rounds.search.found', {
            placed: planned,
            left: left_out,
            distance: format.distance(metres),
            hours: t('rounds.search.hours', { time: format.duration(minutes) }),
          })
        : null}
    </p>
  )
}

function Refusal({ reason }: { reason: NonNullable<RoundSearch['refused']> }) {
  const { t } = useT()
  const words = { nothing: 'nothing', 'too-many-plannings': 'busy', 'too-large': 'tooLarge' } as const
  return <Banner tone="fail">{t(`rounds.search.${words[reason]}`)}</Banner>
}
