import { Icon } from '#app/ui/icon.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ImpactPage } from './impact-page.server.ts'
import { Recompute } from './recompute.tsx'

/** The register for whoever wants to redo the sums: the file, the recomputation, the seal of the last month. */
export function Register({ register: { seal }, ever }: Pick<ImpactPage, 'register' | 'ever'>) {
  const { t, format } = useT()
  return (
    <section className="section" id="register">
      <Title to="/impact/method" link={t('impact.register.columns')}>
        {t('impact.register.title')}
      </Title>
      <div className="stack">
        <p>{t('impact.register.lead')}</p>
        <Recompute shown={ever.typ_g}>
          <a className="btn" href="/exports/mass-ledger.csv" download>
            <Icon name="download" />
            {t('impact.register.download')}
          </a>
        </Recompute>
        {seal ? (
          <p className="tiny soft break">
            {t('impact.register.seal', { month: format.month(seal.recorded_at), seq: seal.seq })}{' '}
            {seal.hash.match(/.{1,4}/g)?.join(' ')}
          </p>
        ) : (
          <p className="tiny soft">{t('impact.register.noSeal')}</p>
        )}
      </div>
    </section>
  )
}
