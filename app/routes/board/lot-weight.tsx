import { Grade, type GradeLetter } from '#app/ui/grade.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** A share of a lot in kilograms with how it is known. */
export function LotWeight({ lot: { grams, grade } }: { lot: { grams: number | null; grade: GradeLetter } }) {
  const { t, format } = useT()
  if (grams === null || grade === 'E') return <span className="soft">{t('board.unweighed')}</span>
  return (
    <>
      {format.kilograms(grams, grade)} <Grade grade={grade} />
    </>
  )
}
