import type { CSSProperties } from 'react'
import type { GradeLetter } from './grade.tsx'
import { useT } from './use-t.tsx'
import './range.css'

type Props = {
  /** Grams. */
  low: number
  typ: number
  high: number
  grade?: GradeLetter
  /** Someone has just weighed: the mark is theirs, the band is what was expected. */
  weighing?: boolean
}

/** Il metro: low, typical and high on one ruler. The band fills about two thirds of it, and ticks are real units. */
export function Range({ low, typ, high, grade, weighing = false }: Props) {
  const { t, format } = useT()
  const marks = [
    {
      at: low,
      label: t(weighing ? 'parts.weigh.expectedFrom' : 'parts.range.least'),
      mass: format.kilograms(low, 'C'),
    },
    {
      at: typ,
      label: t(weighing ? 'parts.weigh.weighed' : 'parts.range.typical'),
      mass: format.kilograms(typ, weighing ? 'A' : grade),
    },
    { at: high, label: t(weighing ? 'parts.weigh.expectedTo' : 'parts.range.most'), mass: format.kilograms(high, 'C') },
  ].toSorted((one, other) => one.at - other.at)
  return (
    <div
      className="range"
      data-grade={grade}
      data-now={weighing ? '' : undefined}
      style={rule(low, typ, high) as CSSProperties}
    >
      <div className="rule" aria-hidden="true">
        <i />
        <b />
      </div>
      <dl>
        {marks.map(({ label, mass }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{mass}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Where the ruler starts and ends and how far apart its ticks are, in the same unit as the marks. */
export function rule(low: number, typ: number, high: number) {
  const from = Math.min(low, typ)
  const to = Math.max(high, typ)
  const span = Math.max(to - from, to * 0.04, 1)
  const tick = roundTick((span * 1.5) / 16)
  const min = Math.max(0, Math.floor((from - span * 0.25) / tick) * tick)
  const max = Math.ceil((to + span * 0.25) / tick) * tick
  return { '--min': min, '--max': max, '--low': low, '--typ': typ, '--high': high, '--tick': tick }
}

/** 1, 2 or 5 times a power of ten: the steps a person reads on a ruler. */
function roundTick(rough: number) {
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10)
}
