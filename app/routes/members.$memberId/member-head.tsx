import { Link } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'
import { useT } from '#app/ui/use-t.tsx'
import '#app/ui/who.css'

type Props = {
  member: {
    name: string
    about: string
    area?: string | undefined
    joined_at: string
    organisations: readonly { id: string; name: string }[]
    hubs: readonly { slug: string; name: string }[]
  }
}

export function MemberHead({ member }: Props) {
  const { t, format } = useT()
  return (
    <div className="stack stack--s">
      <h1>{member.name}</h1>
      {member.about ? <p className="lead">{member.about}</p> : null}
      <div className="row">
        {member.hubs.map(({ slug, name }) => (
          <span className="org" key={slug}>
            <Icon name="warehouse" />
            <Link to={`/hubs/${slug}`}>{t('people.profile.coordinates', { hub: name })}</Link>
          </span>
        ))}
        {member.organisations.map(({ id, name }) => (
          <span className="org" key={id}>
            <Icon name="users" />
            <Link to={`/organisations/${id}`}>{t('people.profile.actsFor', { organisation: name })}</Link>
          </span>
        ))}
        {member.area ? (
          <span className="org">
            <Icon name="map-pin" />
            {member.area}
          </span>
        ) : null}
        <span className="org">
          <Icon name="calendar" />
          {t('people.profile.since', { month: format.month(member.joined_at) })}
        </span>
      </div>
    </div>
  )
}
