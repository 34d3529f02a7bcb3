import { Figure } from '#app/ui/figure.tsx'
import { Grade } from '#app/ui/grade.tsx'
import { Mix } from '#app/ui/mix.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ImpactPage } from './impact-page.server.ts'

const letters = ['A', 'B', 'C', 'D'] as const

/** How the kilograms are known: the shares of the four grades that count, then each in figures. */
export function Grades({ grades, total }: { grades: ImpactPage['grades']; total: number }) {
  const { t, format } = useT()
  const gramsOf = (letter: string) => grades.find(({ bucket }) => bucket === letter)?.typ_g ?? 0
  return (
    <section className="section">
      <Title to="/about/weighing" link={t('impact.grades.method')}>
        {t('impact.grades.title')}
      </Title>
      <div className="stack">
        <Mix shares={letters.map((grade) => ({ grade, ratio: total > 0 ? gramsOf(grade) / total : 0 }))} />
        <Stats>
          {letters.map((grade) => (
            <div className="stack stack--s" key={grade}>
              <div className="row">
                <Grade grade={grade} />
                <b>{t(`parts.grade.short.${grade}`)}</b>
              </div>
              <Figure {...format.mass(gramsOf(grade), grade)} />
              <p className="tiny soft">{t(`parts.grade.note.${grade}`)}</p>
            </div>
          ))}
        </Stats>
      </div>
    </section>
  )
}
