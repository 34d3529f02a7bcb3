import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Grade } from '#app/domain/listings/weight-grade.ts'
import { useT } from './use-t.tsx'
import './stock-row.css'

export type InStock = {
  code: string
  title: string
  quantity: number
  unit: Unit
  grams: number
  grade: Grade
  bay_code: string | null
  is_offered: boolean
}

type Props = { lot: InStock; to: string; children?: ReactNode }

/** A stock lot in a list: its code, what it is, how much, where. */
export function StockRow({ lot, to, children }: Props) {
  const { t } = useT()
  const amounts = useAmounts(lot)
  return (
    <li className="stock-row">
      <div>
        <Link to={to}>
          <b>{lot.code}</b> {lot.title}
        </Link>
        <p className="soft">{[...amounts, lot.is_offered ? t('stock.offered') : ''].filter(Boolean).join(' · ')}</p>
      </div>
      {children ?? (lot.bay_code === null ? null : <span className="label">{lot.bay_code}</span>)}
    </li>
  )
}

export function useAmounts({ quantity, unit, grams, grade }: Pick<InStock, 'quantity' | 'unit' | 'grams' | 'grade'>) {
  const { t, format } = useT()
  const weight = grade === 'E' || grams === 0 ? t('stock.unweighed') : format.kilograms(grams, grade)
  return unit === 'g' ? [weight] : [format.quantity(quantity, unit), weight]
}
