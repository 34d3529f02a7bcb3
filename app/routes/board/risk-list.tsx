import { Link } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BoardPage } from './board-page.server.ts'
import { BoardSection } from './board-section.tsx'

type Risk = BoardPage['risks'][number]

/** What goes wrong if nobody moves, each line with the way to where it can be put right. */
export function RiskList({ risks }: { risks: readonly Risk[] }) {
  const { t } = useT()
  return (
    <BoardSection name="risk">
      {risks.length === 0 ? <p className="soft">{t('board.risk.none')}</p> : null}
      <ul className="risks">
        {risks.map((risk) => (
          <li key={`${risk.kind} ${risk.to}`}>
            <Icon name="triangle-alert" />
            <Words risk={risk} />
          </li>
        ))}
      </ul>
    </BoardSection>
  )
}

function Words({ risk }: { risk: Risk }) {
  const { t, format } = useT()
  const words = () => {
    if (risk.kind === 'unclosed') return t('board.risk.unclosed', { name: risk.name, day: format.shortDay(risk.day) })
    if (risk.kind === 'late_start') return t('board.risk.late_start', { name: risk.name, time: format.time(risk.at) })
    return t(`board.risk.${risk.kind}`, { count: risk.count })
  }
  return (
    <Link className="touch" to={risk.to}>
      {words()}
    </Link>
  )
}
