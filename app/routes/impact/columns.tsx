import type { Bar } from '#app/ui/bars.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './columns.css'

type Props = { bars: readonly Bar[]; running: string | undefined; label: string }

const [width, height, base, left] = [1180, 250, 200, 40]
const [column, top] = [54, 10]

/** A column for each month, from zero, its range as a small whisker beside it. At most four grid lines. */
export function Columns({ bars, running, label }: Props) {
  const { format } = useT()
  const highest = Math.max(1000, ...bars.map(({ high }) => high))
  const step = gridStep(highest)
  const lines = Array.from({ length: Math.ceil(highest / step) }, (_, line) => (line + 1) * step)
  const most = lines.at(-1) ?? step
  const y = (grams: number) => base - (grams / most) * (base - top)
  const pitch = (width - left) / Math.max(bars.length, 1)
  return (
    <svg className="months wide-only" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {lines.map((grams) => (
        <g key={grams}>
          <path className="grid" d={`M${left} ${y(grams)}H${width}`} />
          <text x="0" y={y(grams) + 5}>
            {format.number(grams / 1000)}
          </text>
        </g>
      ))}
      {bars.map((bar, at) => (
        <Column
          key={bar.key}
          bar={bar}
          x={left + pitch * at + pitch / 2 - column / 2 - 8}
          y={y}
          isRunning={bar.key === running}
        />
      ))}
      <path className="axis" d={`M${left} ${base}H${width}`} />
    </svg>
  )
}

type ColumnProps = { bar: Bar; x: number; y: (grams: number) => number; isRunning: boolean }

function Column({ bar, x, y, isRunning }: ColumnProps) {
  const [middle, whisker] = [x + column / 2, x + column + 12]
  return (
    <g>
      <rect
        className={isRunning ? 'col--part' : 'col'}
        x={x}
        y={y(bar.amount)}
        width={column}
        height={base - y(bar.amount)}
      />
      {bar.amount > 0 ? (
        <path
          className="whisker"
          d={`M${whisker} ${y(bar.low)}V${y(bar.high)}m-5 0h10M${whisker - 5} ${y(bar.low)}h10`}
        />
      ) : null}
      <text className="val" x={middle} y={y(bar.amount) - 8} textAnchor="middle">
        {bar.value}
      </text>
      <text x={middle} y={base + 26} textAnchor="middle">
        {bar.label}
      </text>
    </g>
  )
}

/** 1, 2, 2,5 or 5 times a power of ten kilograms: four of them reach above the highest whisker. */
function gridStep(highest: number) {
  const rough = highest / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 2.5, 5, 10].find((times) => times * power >= rough) ?? 10) * power
}
