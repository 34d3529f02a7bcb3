import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HubPage } from './hub-page.server.ts'

/** What lies in the hub now, by material. Not where: that is the hub's own business. */
export function HubStock({ stock }: Pick<HubPage, 'stock'>) {
  const { t, format } = useT()
  const total = stock.reduce((sum, { grams }) => sum + grams, 0)
  return (
    <section className="stack stack--s">
      <Title>
        {total === 0 ? t('stock.public.title') : `${t('stock.public.title')}: ${format.kilograms(total, 'C')}`}
      </Title>
      {stock.length === 0 ? (
        <p className="soft">{t('stock.public.none')}</p>
      ) : (
        <p className="soft">{t('stock.public.note')}</p>
      )}
      <ul className="points">
        {stock.map(({ name, grams, lots }) => (
          <li key={name}>
            {name}: {grams === 0 ? t('stock.unweighed') : format.kilograms(grams, 'C')},{' '}
            {t('stock.lots', { count: lots })}
          </li>
        ))}
      </ul>
    </section>
  )
}
