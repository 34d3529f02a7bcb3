import { Link } from '@remix-run/react'
import { lotHref } from '#app/domain/discovery/lot-href.ts'
import { Gauge } from './gauge.tsx'
import { Grade } from './grade.tsx'
import type { Lot } from './lot-card.tsx'
import { useT } from './use-t.tsx'
import './ticket.css'

/** A lot as a delivery ticket, on the hero photo only. */
export function Ticket({ lot, label }: { lot: Lot; label: string }) {
  const { format } = useT()
  const mass = lot.weight && lot.weight.grade !== 'E' ? format.mass(lot.weight.typ, lot.weight.grade) : undefined
  return (
    <Link className="ticket" to={lotHref(lot)}>
      <span className="tiny soft">{label}</span>
      <b className="head">{lot.title}</b>
      <span className="row row--base">
        {mass && lot.weight ? (
          <>
            <span className="figure">
              {mass.value}
              <small>{mass.unit}</small>
            </span>
            <Grade grade={lot.weight.grade} />
          </>
        ) : null}
        <Gauge urgency={lot.urgency} must_go_by={lot.must_go_by} />
      </span>
    </Link>
  )
}
