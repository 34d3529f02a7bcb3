import { Stat, Stats } from '#app/ui/stat.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'

type Props = Pick<BoardPage, 'figures' | 'trips' | 'rest' | 'overdue'>

/** How the day and the hub stand, in six figures. */
export function BoardFigures({ figures, trips, rest, overdue }: Props) {
  const { t, format } = useT()
  const week = [...trips, ...rest]
  const open = week.filter(({ state }) => state === 'proposed').length
  const lots = trips.flatMap((trip) => trip.lots)
  const grams = lots.reduce((sum, lot) => sum + (lot.grams ?? 0), 0)
  const unknown = lots.filter((lot) => lot.grams === null).length
  return (
    <Stats>
      <Stat label={t('board.stats.pickups')} value={format.number(trips.length)}>
        {t('board.stats.thisWeek', { count: week.length, open })}
      </Stat>
      <Stat label={t('board.stats.load')} {...format.mass(grams, 'C')}>
        {unknown > 0 ? t('board.stats.loadUnknown', { count: unknown }) : t('board.stats.loadNote')}
      </Stat>
      <Stat label={t('board.stats.overdue')} value={format.number(overdue.length)}>
        {t('board.stats.overdueNote')}
      </Stat>
      <Stat label={t('board.stats.unanswered')} value={format.number(figures.unanswered)}>
        {t('board.stats.unansweredNote')}
      </Stat>
      <Stat label={t('board.stats.review')} value={format.number(figures.in_review)}>
        {t('board.stats.reviewNote')}
      </Stat>
      <Stat label={t('board.stats.live')} value={format.number(figures.live)}>
        {t('board.stats.liveNote', { count: figures.due })}
      </Stat>
    </Stats>
  )
}
