import type { ReactNode } from 'react'
import { Qr } from './qr.tsx'
import { useT } from './use-t.tsx'
import './code-card.css'

type Props = { code: string; address: string; children?: ReactNode }

/** Six characters to be read aloud across a noisy courtyard, and their QR. Works once loaded, with no signal. */
export function CodeCard({ code, address, children }: Props) {
  const { t } = useT()
  const groups = [code.slice(0, 3), code.slice(3)]
  return (
    <section className="code" aria-label={t('parts.code.label')}>
      <p className="spell">
        <span className="visually-hidden">{groups.map((group) => [...group].join(' ')).join(', ')}</span>
        {groups.map((group) => (
          <span key={group} aria-hidden="true">
            {group}
          </span>
        ))}
      </p>
      <div className="qr">
        <Qr text={address} label={t('parts.code.qr')} />
      </div>
      {children ? <footer>{children}</footer> : null}
    </section>
  )
}
