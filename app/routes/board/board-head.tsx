import { ButtonLink } from '#app/ui/button.tsx'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WeekPager } from '#app/ui/week-pager.tsx'
import type { BoardPage } from './board-page.server.ts'

type Props = Pick<BoardPage, 'day' | 'today' | 'before' | 'after' | 'hub' | 'hubs' | 'agenda'>

/** Which day of which hub, and the way to the others. */
export function BoardHead({ day, today, before, after, hub, hubs, agenda }: Props) {
  const { t, format } = useT()
  const to = (date: string, slug = hub?.slug) => addressOf({ day: date, hub: hubs.length > 1 ? slug : undefined })
  const notes = (entries: BoardPage['agenda'][number]['entries']) => {
    const pickups = entries.filter(({ kind }) => kind === 'pickup').length
    const rounds = entries.filter(({ kind }) => kind === 'round').length
    return [
      ...(rounds > 0 ? [t('board.week.rounds', { count: rounds })] : []),
      ...(pickups > 0 ? [t('board.week.pickups', { count: pickups })] : []),
    ].join(', ')
  }
  const days = agenda.map(({ date, entries }) => ({
    date,
    name: capital(format.shortDay(date).split(' ')[0] ?? ''),
    note: notes(entries) || t('board.week.none'),
    to: to(date),
  }))
  return (
    <div className="stack">
      <div className="row row--apart row--base">
        <div className="stack stack--s">
          <p className="label">{hub ? t('board.of', { hub: hub.name }) : t('board.everywhere')}</p>
          <h1 className="board-day">{format.wholeDay(day)}</h1>
        </div>
        <div className="row row--buttons">
          {(hub ? [hub] : hubs).map(({ slug, name }) => (
            <ButtonLink key={slug} to={`/hubs/${slug}/rounds?day=${day}`} size="s" icon="truck">
              {hub ? t('board.planRounds') : t('board.roundsOf', { hub: name })}
            </ButtonLink>
          ))}
        </div>
      </div>
      {hubs.length > 1 ? (
        <Chips label={t('board.hubs')}>
          {hubs.map(({ slug, name }) => (
            <Chip key={slug} to={slug === hub?.slug ? addressOf({ day }) : to(day, slug)} on={slug === hub?.slug}>
              {name}
            </Chip>
          ))}
        </Chips>
      ) : null}
      <WeekPager
        label={t('board.week.label')}
        days={days}
        chosen={day}
        before={to(before)}
        after={to(after)}
        today={day === today ? undefined : to(today)}
      />
    </div>
  )
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function addressOf({ day, hub }: { day: string; hub?: string | undefined }) {
  return `/board?${new URLSearchParams({ day, ...(hub ? { hub } : {}) }).toString()}`
}
