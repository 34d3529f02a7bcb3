import { Alternatives } from '#app/ui/alternatives.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

/** For one who goes there, what else to take along; for one who leaves with nothing, what lies nearby. */
export function ClaimElse({ beside, alternatives }: Pick<ClaimPage, 'beside' | 'alternatives'>) {
  return (
    <>
      <Beside lots={beside} />
      <Alternatives lots={alternatives} />
    </>
  )
}

function Beside({ lots }: { lots: ClaimPage['beside'] }) {
  const { t } = useT()
  if (lots.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('claims.beside.title')}</h2>
      <p className="soft">{t('claims.beside.lead')}</p>
      <div>
        {lots.map((lot) => (
          <LotCard key={lot.id} lot={lot} variant="row">
            <div className="row">
              <ButtonLink
                size="s"
                to={`/listings/${lot.id}/claims/new`}
                aria-label={t('claims.beside.askOf', { title: lot.title })}
              >
                {t('claims.beside.ask')}
              </ButtonLink>
            </div>
          </LotCard>
        ))}
      </div>
    </section>
  )
}
