import { Link } from '@remix-run/react'
import { Icon } from '#app/ui/icon.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Who, type WhoKind } from '#app/ui/who.tsx'

type Props = { organisation: { name: string; kind: WhoKind; about: string; registered_at: string } }

export function OrganisationHead({ organisation }: Props) {
  const { t, format } = useT()
  return (
    <div className="stack stack--s">
      <h1>{organisation.name}</h1>
      {organisation.about ? <p className="lead">{organisation.about}</p> : null}
      <div className="row">
        <Who kind={organisation.kind} name={t(`parts.who.${organisation.kind}`)} />
        <span className="org">
          <Icon name="calendar" />
          {t('people.profile.since', { month: format.month(organisation.registered_at) })}
        </span>
      </div>
    </div>
  )
}

export function People({ people }: { people: readonly { id: string; name: string }[] }) {
  const { t } = useT()
  if (people.length === 0) return null
  return (
    <section className="stack">
      <Title>{t('people.profile.people')}</Title>
      <ul className="row">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/members/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
