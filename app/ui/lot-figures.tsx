import { Grade } from './grade.tsx'
import type { Lot } from './lot-card.tsx'
import { useT } from './use-t.tsx'

/** The three figures of a lot: how many, how heavy and how we know, how far. */
export function LotFigures({ lot }: { lot: Lot }) {
  const { t, format } = useT()
  const isPromised = !lot.gone && lot.available === 0
  const isInPart = !lot.gone && !isPromised && lot.available < lot.total
  // «0 pieces» would say that there is nothing: it is there, and promised to others.
  const quantity = format.amount(lot.gone || isPromised ? lot.total : lot.available, lot.unit)
  const ofTotal = t('listings.lot.leftOf', { total: format.amount(lot.total, lot.unit).value })
  const more = isPromised ? `, ${t('parts.card.lineOnly')}` : isInPart ? ` ${ofTotal}` : ''
  const mass = lot.weight && lot.weight.grade !== 'E' ? format.mass(lot.weight.typ, lot.weight.grade) : undefined
  return (
    <dl className="figures">
      <div>
        <dt>{t('parts.card.quantity')}</dt>
        <dd>
          {`${quantity.value} `}
          <small>{quantity.unit + more}</small>
        </dd>
      </div>
      {mass && lot.weight ? (
        <div>
          <dt>{t(isInPart ? 'parts.card.wholeWeight' : 'parts.card.weight')}</dt>
          <dd>
            {`${mass.value} `}
            <small>{mass.unit}</small> <Grade grade={lot.weight.grade} />
          </dd>
        </div>
      ) : null}
      {lot.distance_m === undefined ? null : (
        <div>
          <dt>{t('parts.card.distance')}</dt>
          <dd>
            <Distance metres={lot.distance_m} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function Distance({ metres }: { metres: number }) {
  const [value, unit] = useT().format.distance(metres).split('\u00a0')
  return (
    <>
      {value} <small>{unit}</small>
    </>
  )
}
