import { Link } from '@remix-run/react'
import { Hatch } from '#app/ui/hatch.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HomePage } from './home-page.server.ts'

/** What there is now, family by family. */
export function MaterialIndex({ families }: Pick<HomePage, 'families'>) {
  const { t, format } = useT()
  if (families.length === 0) return null
  return (
    <section className="section page">
      <Title>{t('home.materials')}</Title>
      <ul className="index">
        {families.map(({ family, mat, lots }) => (
          <li key={family}>
            <Link to={`/listings?material=${family}`}>
              <Hatch mat={mat} />
              <b>{t(`listings.materials.${family}`)}</b>
              <span className="figure">{format.number(lots)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
