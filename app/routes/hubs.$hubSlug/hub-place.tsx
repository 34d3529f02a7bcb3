import { Link } from '@remix-run/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PlaceMap } from '#app/ui/place-map.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HubPage } from './hub-page.server.ts'

/** Where a hub is, when it opens, and whom to ask for. */
export function HubPlace({ hub, people }: Pick<HubPage, 'hub' | 'people'>) {
  const { t, format } = useT()
  const names = people.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 ? ', ' : ''}
      <Link to={`/members/${id}`}>{name}</Link>
    </span>
  ))
  return (
    <div className="aside hub-place">
      <PlaceMap area={hub.area} latitude={hub.latitude_e6 / 1e6} longitude={hub.longitude_e6 / 1e6} radius_m={0} />
      <DefinitionList
        sheet
        facts={[
          { term: t('hubs.where'), value: `${hub.area}, ${hub.municipality}` },
          { term: t('hubs.open'), value: hub.opening_hours },
          { term: t('hubs.people'), value: names.length > 0 ? names : undefined },
          { term: t('hubs.since'), value: format.month(hub.opened_at) },
        ]}
      />
    </div>
  )
}
