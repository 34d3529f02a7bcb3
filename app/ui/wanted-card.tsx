import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { WantedOnCard } from '#app/domain/discovery/wanted.ts'
import { Hatch } from './hatch.tsx'
import { useLeastSize } from './use-least-size.ts'
import { useT } from './use-t.tsx'
import { Who } from './who.tsx'
import './wanted-card.css'

type Props = {
  wanted: WantedOnCard
  heading?: 'h2' | 'h3'
  /** How far away, in words that say from where. */
  away?: string | undefined
  /** What can be done with it here. */
  children?: ReactNode
}

/** What somebody looks for: a slip on the workshop's board, its upper edge still to be torn off. */
export function WantedCard({ wanted, heading: Heading = 'h3', away, children }: Props) {
  const { format } = useT()
  const leastSize = useLeastSize()
  return (
    <article className="slip">
      <Hatch mat={wanted.hatch} />
      <div className="what">
        <Heading>
          <Link to={`/wanted/${wanted.id}`}>{wanted.material_name}</Link>
        </Heading>
        <p className="ask">
          {[format.quantity(wanted.total, wanted.unit), leastSize(wanted)].filter(Boolean).join(', ')}
        </p>
        {wanted.purpose ? <p className="tiny soft break">{wanted.purpose}</p> : null}
      </div>
      <div className="foot">
        <Who kind={wanted.who_kind} name={wanted.who} area={wanted.area} />
        <span className="tiny soft">{away ?? <Until wanted={wanted} />}</span>
      </div>
      {children ? <div className="act">{children}</div> : null}
    </article>
  )
}

function Until({ wanted: { state, must_go_by } }: Pick<Props, 'wanted'>) {
  const { t, format } = useT()
  if (state !== 'live') return t('wanted.card.over')
  return must_go_by ? t('wanted.card.until', { day: format.day(must_go_by) }) : null
}
