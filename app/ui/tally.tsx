import type { ReactNode } from 'react'
import { Figure } from './figure.tsx'
import { Range } from './range.tsx'
import { useT } from './use-t.tsx'
import './tally.css'

type Props = {
  /** The heading, with its link: a `.title`, or an h1 with its lead. */
  title: ReactNode
  /** Grams, from the ledger. */
  mass: { low: number; typ: number; high: number }
  top?: boolean
  children?: ReactNode
}

/** The one dark block of a page: the kilograms, and how sure we are. */
export function Tally({ title, mass, top = false, children }: Props) {
  const { format } = useT()
  const { value, unit } = format.mass(mass.typ)
  return (
    <section className={top ? 'tally tally--top dark-block' : 'tally dark-block'}>
      <div className="page stack stack--l">
        {title}
        <div className="split">
          <Figure value={value} unit={unit} size="xl" />
          {mass.typ > 0 ? <Range {...mass} /> : null}
        </div>
        {children}
      </div>
    </section>
  )
}
