import { DefinitionList } from '#app/ui/definition-list.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

/** The exact address: only whoever may read it ever receives this part. */
export function ClaimDoor({ door }: { door: NonNullable<ClaimPage['door']> }) {
  const { t } = useT()
  const map = `https://www.openstreetmap.org/?mlat=${door.latitude_e6 / 1e6}&mlon=${door.longitude_e6 / 1e6}#map=18/${door.latitude_e6 / 1e6}/${door.longitude_e6 / 1e6}`
  return (
    <section className="stack stack--s">
      <h2>{t('claims.door.title')}</h2>
      <p className="lead">
        {door.street}, {door.municipality}
      </p>
      <DefinitionList
        facts={[
          { term: t('claims.door.notes'), value: door.access_notes },
          {
            term: t('claims.door.phone'),
            value: door.phone ? <a href={`tel:${door.phone.replace(/\s/g, '')}`}>{door.phone}</a> : null,
          },
        ]}
      />
      <p className="tiny soft">
        {t('claims.door.private')}{' '}
        <a href={map} rel="noreferrer">
          {t('claims.door.open')}
        </a>
      </p>
    </section>
  )
}
