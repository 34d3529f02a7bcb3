import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { WhoKind } from '#app/ui/who.tsx'

type Props = {
  organisations: readonly {
    id: string
    name: string
    kind: Exclude<WhoKind, 'member' | 'hub'>
    role: 'owner' | 'staff'
  }[]
}

export function Organisations({ organisations }: Props) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('people.account.organisations')}</Title>
      {organisations.length === 0 ? <p className="soft">{t('people.account.noOrganisation')}</p> : null}
      <ul className="stack stack--s">
        {organisations.map(({ id, name, kind, role }) => (
          <li key={id}>
            <Link to={`/organisations/${id}`}>{name}</Link>
            <br />
            <span className="tiny soft">
              {t(`parts.who.${kind}`)}, {t(`people.account.${role}`)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink to="/organisations/new" icon="plus">
          {t('people.account.addOrganisation')}
        </ButtonLink>
      </p>
    </section>
  )
}
