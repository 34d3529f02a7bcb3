import type { WantedOnCard } from '#app/domain/discovery/wanted.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedCard } from '#app/ui/wanted-card.tsx'

/** What the visitor looks for: open, or run out and waiting for an answer. */
export function YourWanted({ own }: { own: readonly WantedOnCard[] }) {
  const { t } = useT()
  if (own.length === 0) return null
  return (
    <section className="stack">
      <Title>{t('wanted.yours')}</Title>
      <div className="slips">
        {own.map((wanted) => (
          <WantedCard key={wanted.id} wanted={wanted}>
            {wanted.state === 'live' ? null : (
              <ButtonLink size="s" to={`/wanted/${wanted.id}/renewal`}>
                {t('wanted.page.renew')}
              </ButtonLink>
            )}
          </WantedCard>
        ))}
      </div>
    </section>
  )
}
