import { Stat, Stats } from '#app/ui/stat.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { DayView } from './day-view.server.ts'
import type { Lane } from './lanes.ts'

/** The day in four figures: stops, mass, the longest piece, and what has no place. */
export function DayStats({ view, lanes }: { view: DayView; lanes: readonly Lane[] }) {
  const { t, format } = useT()
  const stops = lanes.flatMap((lane) => lane.stops)
  const collect = stops.filter(({ kind }) => kind === 'collect')
  const fetched = collect.reduce((sum, { grams }) => sum + grams, 0)
  const longest = Math.max(0, ...stops.map(({ longest_mm }) => longest_mm))
  const room = Math.max(0, ...view.vehicles.map(({ longest_mm }) => longest_mm))
  const road = lanes.reduce((sum, { metres }) => sum + metres, 0)
  const long = format.amount(longest, 'mm')
  return (
    <Stats>
      <Stat label={t('rounds.stats.stops')} value={format.number(stops.length)}>
        {t('rounds.stats.collects', { count: collect.length })},{' '}
        {t('rounds.stats.delivers', { count: stops.length - collect.length })}
      </Stat>
      <Stat label={t('rounds.stats.load')} {...format.mass(fetched, 'C')}>
        {t('rounds.stats.loadNote')}, {format.distance(road)} {t(`rounds.stats.roadNote.${view.travel_by}`)}
      </Stat>
      <Stat label={t('rounds.stats.longest')} {...long}>
        {t('rounds.stats.longestNote', { size: format.quantity(room, 'mm') })}
      </Stat>
      <Stat label={t('rounds.stats.waiting')} value={format.number(view.errands.length)}>
        {view.errands.length === 0
          ? t('rounds.stats.waitingNone')
          : t('rounds.stats.waitingNote', { count: view.errands.length })}
      </Stat>
    </Stats>
  )
}
