import { useT } from '#app/ui/use-t.tsx'
import { WeekPager } from '#app/ui/week-pager.tsx'
import type { SlotsPage } from './slots-page.server.ts'

/** Which day is looked at, how many come on each, and the way to other weeks. */
export function SlotsWeek({
  hub,
  day,
  week,
  before,
  after,
}: Pick<SlotsPage, 'hub' | 'day' | 'week' | 'before' | 'after'>) {
  const { t, format } = useT()
  const to = (date: string) => `/hubs/${hub.slug}/slots?day=${date}`
  const days = week.map(({ date, booked }) => ({
    date,
    name: format.shortDay(date).split(' ')[0] ?? '',
    note: booked === 0 ? t('board.week.none') : format.number(booked),
    to: to(date),
  }))
  return (
    <section>
      <WeekPager label={t('slots.room.week')} days={days} chosen={day} before={to(before)} after={to(after)} />
      <h2 className="slots-day">{format.wholeDay(day)}</h2>
    </section>
  )
}
