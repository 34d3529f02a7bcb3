import type { ReactNode } from 'react'
import { lotHref } from '#app/domain/discovery/lot-href.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Urgency } from './gauge.tsx'
import { Gauge } from './gauge.tsx'
import type { GradeLetter } from './grade.tsx'
import type { HatchName } from './hatch.tsx'
import { LotFigures } from './lot-figures.tsx'
import type { Shot } from './photo.tsx'
import { Photo } from './photo.tsx'
import { Tag } from './tag.tsx'
import { useT } from './use-t.tsx'
import type { WhoKind } from './who.tsx'
import { Who } from './who.tsx'
import './lot-card.css'

export type Lot = {
  id: string
  /** What people call it, and its page is found by. */
  code?: string | null | undefined
  title: string
  hatch: HatchName
  material_name: string
  photo?: Shot | undefined
  available: number
  total: number
  unit: Unit
  weight?: { typ: number; grade: GradeLetter } | undefined
  distance_m?: number | undefined
  who: string
  who_kind: WhoKind
  area: string
  must_go_by?: string | null | undefined
  urgency: Urgency
  gone?: boolean
}

type Props = {
  lot: Lot
  variant?: 'card' | 'row'
  selected?: boolean
  eager?: boolean
  heading?: 'h2' | 'h3'
  /** What a list adds under the lot's own facts. */
  children?: ReactNode
}

export function LotCard({ lot, variant = 'card', selected = false, eager = false, heading = 'h3', children }: Props) {
  const Heading = heading
  const onPhoto = variant === 'card' && lot.urgency === 'rescue' && !lot.gone
  return (
    <article
      className={variant === 'row' ? 'lot lot--row' : 'lot'}
      data-gone={lot.gone ? '' : undefined}
      data-selected={selected ? '' : undefined}
    >
      <div className="in">
        <div className="photo">
          {lot.photo ? <Photo photo={lot.photo} {...room[variant]} eager={eager} /> : null}
          {onPhoto ? <Gauge urgency={lot.urgency} must_go_by={lot.must_go_by} /> : null}
          <Tag mat={lot.hatch}>{lot.material_name}</Tag>
        </div>
        <div className="text">
          <Heading>
            <a href={lotHref(lot)}>{lot.title}</a>
          </Heading>
          <LotFigures lot={lot} />
          <div className="foot">
            <Who kind={lot.who_kind} name={lot.who} area={lot.area} />
            <LotEnd lot={lot} hidden={onPhoto} />
          </div>
          {children}
        </div>
      </div>
    </article>
  )
}

const room = {
  card: { sizes: '(min-width: 60rem) 20rem, (min-width: 40rem) 45vw, 92vw' },
  // Less than it is: at three dots to a pixel the small picture is a sixth short of sharp, and a third of the bytes.
  row: { sizes: '6.5rem', widest: 320 },
}

function LotEnd({ lot, hidden }: { lot: Lot; hidden: boolean }) {
  const { t } = useT()
  if (lot.gone) return <b className="tiny">{t('parts.card.gone')}</b>
  return hidden ? null : <Gauge urgency={lot.urgency} must_go_by={lot.must_go_by} />
}
