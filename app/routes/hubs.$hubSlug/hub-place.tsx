import { Link } from '@remix-run/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PlaceMap } from '#app/ui/place-map.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HubPage } from './hub-page.server.ts'

type Props = Pick<HubPage, 'hub' | 'people' | 'doors'>

/** Where a hub is, when it opens, and whom to ask for. */
export function HubPlace({ hub, people, doors }: Props) {
  const { t, format } = useT()
  const names = people.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 ? ', ' : ''}
      <Link to={`/members/${id}`}>{name}</Link>
    </span>
  ))
  const reachWords = ({ reach }: Props['doors']) => {
    if (reach.corners.length > 0) return t('hubs.areaDrawn')
    return reach.radius_m ? t('hubs.areaRadius', { distance: format.distance(reach.radius_m) }) : undefined
  }
  return (
    <div className="aside hub-place">
      <PlaceMap
        area={hub.area}
        latitude={hub.latitude_e6 / 1e6}
        longitude={hub.longitude_e6 / 1e6}
        radius_m={0}
        reach={doors.reach}
      />
      <DefinitionList
        sheet
        facts={[
          { term: t('hubs.where'), value: `${hub.area}, ${hub.municipality}` },
          { term: t('hubs.open'), value: <Hours doors={doors} /> },
          { term: t('hubs.closures'), value: doors.closures.join('; ') },
          { term: t('hubs.takes'), value: doors.takes.join(', ') },
          { term: t('hubs.refuses'), value: doors.refuses.join(', ') },
          { term: t('hubs.area'), value: reachWords(doors) },
          { term: t('hubs.people'), value: names.length > 0 ? names : undefined },
          { term: t('hubs.since'), value: format.month(hub.opened_at) },
        ]}
      />
    </div>
  )
}

function Hours({ doors }: Pick<Props, 'doors'>) {
  return (
    <>
      {doors.hours.map((line) => (
        <span key={line} className="hub-hours">
          {line}
        </span>
      ))}
    </>
  )
}
