import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  hub: {
    slug: string
    name: string
    about: string
    opening_hours: string
    area: string
    municipality: string
    live: number
  }
}

/** One hub in the list: what it does, where, when, and how much is offered around it. */
export function HubEntry({ hub }: Props) {
  const { t } = useT()
  const { slug, name, about, opening_hours, area, municipality, live } = hub
  return (
    <section className="stack">
      <div className="title">
        <h2>{name}</h2>
        <span className="label">{t('hubs.live', { count: live })}</span>
      </div>
      <div className="aside">
        <div className="stack">
          <p>{about}</p>
          <div className="row">
            <ButtonLink to={`/hubs/${slug}`} aria-label={`${t('hubs.see')}: ${name}`}>
              {t('hubs.see')}
            </ButtonLink>
          </div>
        </div>
        <DefinitionList
          sheet
          facts={[
            { term: t('hubs.where'), value: `${area}, ${municipality}` },
            { term: t('hubs.open'), value: opening_hours },
          ]}
        />
      </div>
    </section>
  )
}
