import { Link } from '@remix-run/react'
import type { Key } from '#app/i18n/catalogue.ts'
import { useT } from './use-t.tsx'
import { Wordmark } from './wordmark.tsx'
import './footer.css'

type Door = [to: string, label: Key]

const project: Door[] = [
  ['/wanted', 'shell.footer.wanted'],
  ['/impact', 'shell.footer.impact'],
  ['/about/weighing', 'shell.footer.weighing'],
  ['/about/refused', 'shell.footer.refused'],
]
const help: Door[] = [
  ['/about', 'shell.footer.howItWorks'],
  ['/about/accessibility', 'shell.footer.accessibility'],
  ['/about/privacy', 'shell.footer.privacy'],
  ['/about/licences', 'shell.footer.licences'],
]

const board: Door = ['/board', 'shell.nav.board']

export function Footer({ isStaff }: { isStaff: boolean }) {
  const { t } = useT()
  return (
    <footer className="footer">
      <div>
        <div className="page">
          <div className="stack stack--s">
            <Wordmark />
            <p>{t('shell.footer.about')}</p>
            <p className="tiny soft">{t('shell.footer.promise')}</p>
          </div>
          <Doors label={t('shell.footer.project')} doors={isStaff ? [...project, board] : project} />
          <Doors label={t('shell.footer.help')} doors={help} />
        </div>
      </div>
    </footer>
  )
}

function Doors({ label, doors }: { label: string; doors: Door[] }) {
  const { t } = useT()
  return (
    <nav aria-label={label}>
      <ul>
        {doors.map(([to, text]) => (
          <li key={to}>
            <Link to={to}>{t(text)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
