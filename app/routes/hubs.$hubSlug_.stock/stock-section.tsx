import { type InStock, StockRow } from '#app/ui/stock-row.tsx'
import { Title } from '#app/ui/title.tsx'

type Props = { title: string; lots: readonly InStock[]; base: string }

export function StockSection({ title, lots, base }: Props) {
  if (lots.length === 0) return null
  return (
    <section className="stack stack--s">
      <Title>{title}</Title>
      <ul className="stock-rows">
        {lots.map((lot) => (
          <StockRow key={lot.code} lot={lot} to={`${base}/stock/${lot.code}`} />
        ))}
      </ul>
    </section>
  )
}
