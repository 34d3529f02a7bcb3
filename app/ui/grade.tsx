import type { Grade as GradeLetter } from '#app/domain/listings/weight-grade.ts'
import { useT } from './use-t.tsx'
import './grade.css'

export type { Grade as GradeLetter } from '#app/domain/listings/weight-grade.ts'

/** How a weight is known. The frame weakens as the evidence does; never without a weight beside it. */
export function Grade({ grade }: { grade: GradeLetter }) {
  const { t } = useT()
  return (
    <abbr className="grade" data-g={grade} title={t(`parts.grade.${grade}`)}>
      {grade}
    </abbr>
  )
}
