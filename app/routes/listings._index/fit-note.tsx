import { cutPath } from '#app/domain/discovery/cut-layout.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { LotInList } from './browse-page.server.ts'
import { Drawing } from './drawing.tsx'

type Fit = NonNullable<LotInList['fit']>

/** What a lot does for a cut list: how many of its sizes, what is lost, and one board as it is sawn. */
export function FitNote({ fit }: { fit: Fit }) {
  const { t, format } = useT()
  return (
    <div className="fit">
      <p>
        <b>{t(`browse.fit.${served(fit)}`, { lines: fit.lines, of: fit.of })}</b>
        {` · ${t('browse.fit.waste', { waste: format.percent(fit.waste / 1000) })}`}
      </p>
      {fit.cut ? <BoardDrawing cut={fit.cut} /> : null}
      <p className="tiny soft">
        {t('browse.fit.board', { size: format.size(...fit.size) })}
        {fit.cut ? `, ${cutWords(fit.cut)}` : null}
      </p>
    </div>
  )

  function cutWords({ columns, rows, along_mm, across_mm }: NonNullable<Fit['cut']>) {
    return t('browse.fit.cut', { count: columns * rows, size: format.size(along_mm, across_mm) })
  }
}

function served({ lines, of }: Fit) {
  if (lines === 0) return 'some'
  if (lines < of) return 'part'
  return of === 1 ? 'whole' : 'all'
}

function BoardDrawing({ cut }: { cut: NonNullable<Fit['cut']> }) {
  const { length_mm, width_mm } = cut.board
  return (
    <Drawing length={length_mm} width={width_mm}>
      <path className="board" d={`M0 0h${length_mm}v${width_mm}H0z`} />
      <path className="piece" d={cutPath(cut)} />
    </Drawing>
  )
}
