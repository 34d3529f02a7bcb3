import type { CSSProperties } from 'react'
import type { GradeLetter } from './grade.tsx'
import { useT } from './use-t.tsx'
import './mix.css'

/** How the kilograms are known: shares of each grade, as parts of one bar. */
export function Mix({ shares }: { shares: readonly { grade: GradeLetter; ratio: number }[] }) {
  const { t, format } = useT()
  const shown = shares.filter(({ ratio }) => ratio > 0)
  const words = shown.map(({ grade, ratio }) => `${t(`parts.grade.short.${grade}`)} ${format.percent(ratio)}`)
  return (
    <div className="mix" role="img" aria-label={words.join(', ')}>
      {shown.map(({ grade, ratio }) => (
        <i key={grade} data-g={grade} style={{ '--v': ratio * 100 } as CSSProperties}>
          {ratio >= 0.08 ? format.percent(ratio) : null}
        </i>
      ))}
    </div>
  )
}
