import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import { SlotDays } from '#app/ui/slot-days.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HubPage } from './hub-page.server.ts'

type Props = Pick<HubPage, 'hub' | 'slots'>

/** The free times to bring something, as buttons; to collect, the way there for those who may. */
export function HubSlots({ hub, slots }: Props) {
  return (
    <div className="halves">
      <Bring hub={hub} slots={slots} />
      <Collect slots={slots} />
    </div>
  )
}

function Bring({ hub, slots: { bring } }: Props) {
  const { t, format } = useT()
  return (
    <section className="stack" id="bring">
      <Title>{t('slots.bring.title')}</Title>
      <p className="soft">{t(bring.length > 0 ? 'slots.bring.lead' : 'slots.bring.none')}</p>
      <SlotDays slots={bring}>
        {({ starts_at, left }) => (
          <ButtonLink
            key={starts_at}
            size="s"
            to={`/hubs/${hub.slug}/bookings/new?${new URLSearchParams({ at: starts_at })}`}
            aria-label={`${t('slots.at', { day: format.wholeDay(starts_at), time: format.time(starts_at) })}: ${t('slots.left', { count: left })}`}
          >
            {format.time(starts_at)}
          </ButtonLink>
        )}
      </SlotDays>
      <p className="tiny soft">
        {t('slots.bring.first')} <Link to="/listings/new">{t('hubs.offer')}</Link>
      </p>
    </section>
  )
}

function Collect({ slots: { collect, claims } }: Pick<Props, 'slots'>) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('slots.collect.title')}</Title>
      <p className="soft">{t('slots.collect.lead')}</p>
      <p>{collect === 0 ? t('slots.collect.none') : t('slots.collect.free', { count: collect })}</p>
      {claims.length > 0 ? (
        <ul className="kept">
          {claims.map(({ id, title }) => (
            <li key={id}>
              <div>
                <Link to={`/claims/${id}`}>{title}</Link>
              </div>
              <ButtonLink size="s" to={`/claims/${id}/slots`} aria-label={t('slots.collect.claimOf', { title })}>
                {t('slots.collect.claim')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : (
        <p className="tiny soft">{t('slots.collect.how')}</p>
      )}
    </section>
  )
}
