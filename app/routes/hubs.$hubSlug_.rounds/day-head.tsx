import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WeekPager } from '#app/ui/week-pager.tsx'
import type { DayView } from './day-view.server.ts'

/** Which day of which hub, and the way to the others. */
export function DayHead({ hub, day, closure, week, before, after }: DayView) {
  const { t, format } = useT()
  const to = (date: string) => `/hubs/${hub.slug}/rounds?day=${date}`
  const days = week.map((date) => ({
    date,
    name: capital(format.shortDay(date).split(' ')[0] ?? ''),
    note: '',
    to: to(date),
  }))
  return (
    <div className="stack">
      <div className="row row--apart row--base">
        <div className="stack stack--s">
          <p className="label">{t('rounds.of', { hub: hub.name })}</p>
          <h1>{capital(format.wholeDay(day))}</h1>
        </div>
        <ButtonLink to={`/board?day=${day}`} size="s">
          {t('rounds.board')}
        </ButtonLink>
      </div>
      <WeekPager label={t('board.week.label')} days={days} chosen={day} before={to(before)} after={to(after)} />
      {closure ? (
        <Banner>
          {t('rounds.closedDay')}
          {closure.reason ? `: ${closure.reason}` : ''}.
        </Banner>
      ) : null}
    </div>
  )
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
