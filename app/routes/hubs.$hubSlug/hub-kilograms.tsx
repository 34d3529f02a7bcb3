import { Stat, Stats } from '#app/ui/stat.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HubPage } from './hub-page.server.ts'

/** What of this hub's lots is in use, from the ledger. */
export function HubKilograms({ counted }: Pick<HubPage, 'counted'>) {
  const { t, format } = useT()
  const { low_g, typ_g, high_g, weighed, handovers } = counted
  const note = { range: format.range(low_g, high_g), percent: format.percent(weighed) }
  return (
    <Stats>
      <Stat label={t('hubs.counted')} {...format.mass(typ_g, weighed === 1 ? 'A' : 'C')}>
        {typ_g === 0
          ? t('hubs.nothingYet')
          : `${t('hubs.handovers', { count: handovers })}, ${t('hubs.countedNote', note)}`}
      </Stat>
    </Stats>
  )
}
