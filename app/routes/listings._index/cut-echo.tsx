import type { CutLine } from '#app/domain/discovery/cut-list.ts'
import { useT } from '#app/ui/use-t.tsx'
import { Drawing } from './drawing.tsx'

type Props = { lines: readonly CutLine[]; tolerance: number | undefined }

/** The cut list as it was understood: every size in words, and drawn to one scale. */
export function CutEcho({ lines, tolerance }: Props) {
  const { t, format } = useT()
  const longest = Math.max(...lines.map(({ length_mm, width_mm }) => Math.max(length_mm, width_mm)))
  return (
    <div className="cut-echo">
      <p className="label">
        {t('browse.cut.understood')}
        {tolerance ? ` · ${t('browse.cut.less', { size: format.size(tolerance) })}` : null}
      </p>
      <ul>
        {lines.map(({ pieces, length_mm, width_mm, thickness_mm }, at) => (
          // Two lines may be the same line twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={at}>
            <Piece along={Math.max(length_mm, width_mm)} across={Math.min(length_mm, width_mm)} longest={longest} />
            <span>{t('browse.cut.line', { count: pieces, size: format.size(length_mm, width_mm, thickness_mm) })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Piece({ along, across, longest }: { along: number; across: number; longest: number }) {
  return (
    <Drawing length={longest} width={across}>
      <path className="piece" d={`M0 0h${along}v${across}H0z`} />
    </Drawing>
  )
}
