import { Stat, Stats } from './stat.tsx'
import { useT } from './use-t.tsx'

/** Grams from the ledger, with their range and the share that was weighed. */
export type Moved = { low_g: number; typ_g: number; high_g: number; weighed: number }

/** What someone gave and took, handed over and confirmed. */
export function KilogramsOf({ given, taken }: { given: Moved; taken: Moved }) {
  const { t } = useT()
  return (
    <Stats>
      <MovedStat label={t('people.profile.taken')} moved={taken} />
      <MovedStat label={t('people.profile.given')} moved={given} />
    </Stats>
  )
}

function MovedStat({ label, moved }: { label: string; moved: Moved }) {
  const { t, format } = useT()
  const isNothing = moved.typ_g === 0
  const note = { percent: format.percent(moved.weighed), range: format.range(moved.low_g, moved.high_g) }
  return (
    <Stat label={label} {...format.mass(moved.typ_g, moved.weighed === 1 ? 'A' : 'C')}>
      {isNothing ? t('people.profile.nothingYet') : t('people.profile.takenNote', note)}
    </Stat>
  )
}
