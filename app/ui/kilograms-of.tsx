import type { GradeLetter } from './grade.tsx'
import { Mix } from './mix.tsx'
import { Stat, Stats } from './stat.tsx'
import { useT } from './use-t.tsx'

/** Grams from the ledger, with their range and the share that was weighed. */
export type Moved = { low_g: number; typ_g: number; high_g: number; weighed: number }

type Props = { given: Moved; taken: Moved; grades: readonly { grade: GradeLetter; ratio: number }[] }

/** What someone gave and took, handed over and confirmed, and how it is known. */
export function KilogramsOf({ given, taken, grades }: Props) {
  const { t, format } = useT()
  const known = grades.filter(({ ratio }) => ratio >= 0.005)
  return (
    <div className="stack">
      <Stats>
        <MovedStat label={t('people.profile.taken')} moved={taken} />
        <MovedStat label={t('people.profile.given')} moved={given} />
      </Stats>
      {known.length > 0 ? (
        <div className="stack stack--s">
          <span className="label">{t('impact.grades.title')}</span>
          <Mix shares={known} />
          <p className="tiny soft">
            {known.map(({ grade, ratio }) => `${t(`parts.grade.short.${grade}`)} ${format.percent(ratio)}`).join(', ')}
          </p>
        </div>
      ) : null}
    </div>
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
