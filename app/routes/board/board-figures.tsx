import { Stat, Stats } from '#app/ui/stat.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'

type Props = Pick<BoardPage, 'figures' | 'trips' | 'agenda' | 'risks' | 'undated'>

/** How the day and the hub stand, in six figures. */
export function BoardFigures({ figures, trips, agenda, risks, undated }: Props) {
  const { t, format } = useT()
  const week = agenda.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'pickup'))
  const open = week.filter((entry) => entry.kind === 'pickup' && entry.state === 'proposed').length
  const atRisk = risks.reduce((sum, risk) => sum + ('count' in risk ? risk.count : 1), 0)
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
      <Stat label={t('board.stats.risk')} value={format.number(atRisk)}>
        {t(atRisk === 0 ? 'board.stats.riskNone' : 'board.stats.riskNote')}
      </Stat>
      <Stat label={t('board.stats.undated')} value={format.number(undated.length)}>
        {t('board.stats.undatedNote')}
      </Stat>
      <Stat label={t('board.stats.unanswered')} value={format.number(figures.unanswered)}>
        {t('board.stats.unansweredNote')}
      </Stat>
      <Stat label={t('board.stats.review')} value={format.number(figures.in_review)}>
        {t('board.stats.reviewNote')}. {t('board.stats.liveNote', { live: figures.live, count: figures.due })}
      </Stat>
    </Stats>
  )
}
