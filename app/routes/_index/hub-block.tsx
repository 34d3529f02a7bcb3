import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HomePage } from './home-page.server.ts'

export function HubBlock({ hub }: { hub: NonNullable<HomePage['hub']> }) {
  const { t } = useT()
  return (
    <section className="section page" id="hubs">
      <Title to="/hubs" link={t('shell.nav.hubs')}>
        {t('home.hubs.title')}
      </Title>
      <div className="aside">
        <div className="stack">
          <p className="lead">{hub.about}</p>
          <div className="row">
            <ButtonLink to={`/hubs/${hub.slug}`}>{t('home.hubs.see')}</ButtonLink>
          </div>
        </div>
        <DefinitionList
          sheet
          facts={[
            { term: t('home.hubs.where'), value: `${hub.area}, ${hub.municipality}` },
            { term: t('home.hubs.open'), value: hub.opening_hours },
          ]}
        />
      </div>
    </section>
  )
}
