import { type Lot, LotCard } from './lot-card.tsx'
import { Title } from './title.tsx'
import { useT } from './use-t.tsx'

/** What somebody offers now. */
export function Offers({ lots }: { lots: readonly Lot[] }) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('people.profile.offers')}</Title>
      {lots.length === 0 ? <p className="soft">{t('people.profile.noOffers')}</p> : null}
      <div className="lots">
        {lots.map((lot) => (
          <LotCard key={lot.id} lot={lot} />
        ))}
      </div>
    </section>
  )
}
