import { Form, Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Props = Pick<ClaimPage, 'claim' | 'side' | 'pickup' | 'hub' | 'collection'>

/** The time to meet: proposed, to be confirmed, or agreed. */
export function ClaimPickup({ claim, side, pickup, hub, collection }: Props) {
  const { t, format } = useT()
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return null
  if (!pickup && collection) return <Recurring collection={collection} />
  const propose = `/claims/${claim.id}/pickups/new`
  if (!pickup) {
    return (
      <div className="row row--buttons">
        {hub ? (
          <ButtonLink kind="next" icon="calendar" to={`/claims/${claim.id}/slots`}>
            {t('slots.pick.open')}
          </ButtonLink>
        ) : null}
        <ButtonLink kind={hub ? 'plain' : 'next'} icon="calendar" to={propose}>
          {t('pickups.propose')}
        </ButtonLink>
      </div>
    )
  }
  const when = `${format.dateTime(pickup.starts_at)}–${format.time(pickup.ends_at)}`
  if (pickup.is_over) return <PickupOver claim={claim} side={side} when={when} />
  const isAgreed = pickup.state === 'confirmed'
  const sentence = isAgreed ? 'pickups.agreed' : pickup.mine ? 'pickups.youPropose' : 'pickups.proposedBy'
  return (
    <section className="stack">
      <Banner tone={isAgreed ? 'done' : 'turn'} icon={isAgreed ? 'calendar-check' : 'calendar'}>
        <b>{t(sentence, { when, name: pickup.proposed_by_name })}</b>
        {pickup.note ? <p>{pickup.note}</p> : null}
      </Banner>
      <div className="row row--buttons">
        {!isAgreed && !pickup.mine ? (
          <Form method="post" action={`/pickups/${pickup.id}/confirmation`}>
            <Submit kind="next" icon="check">
              {t('pickups.confirm')}
            </Submit>
          </Form>
        ) : null}
        {isAgreed ? (
          <a className="btn" href={`/pickups/${pickup.id}.ics`}>
            {t('pickups.calendar')}
          </a>
        ) : null}
        <ButtonLink to={hub ? `/claims/${claim.id}/slots` : propose}>
          {t(isAgreed ? 'pickups.move' : 'pickups.other')}
        </ButtonLink>
        <ButtonLink kind="plain" to={`/pickups/${pickup.id}/cancellation`}>
          {t('pickups.cancel')}
        </ButtonLink>
      </div>
    </section>
  )
}

type OverProps = Pick<ClaimPage, 'claim' | 'side'> & { when: string }

/** The time has come and gone: was anybody there? */
function PickupOver({ claim, side, when }: OverProps) {
  const { t } = useT()
  return (
    <section className="stack">
      <Banner tone="turn" icon="clock-alert">
        <b>{t('noShows.over.title', { when })}</b>
        <p>{t(`noShows.over.${side}`)}</p>
      </Banner>
      <div className="row row--buttons">
        <ButtonLink to={`/claims/${claim.id}/no-show`}>{t('noShows.over.action')}</ButtonLink>
        {side === 'claimant' ? (
          <ButtonLink to={`/claims/${claim.id}/trouble`}>{t('noShows.trouble.open')}</ButtonLink>
        ) : null}
        <ButtonLink kind="plain" to={`/claims/${claim.id}/pickups/new`}>
          {t('pickups.move')}
        </ButtonLink>
      </div>
    </section>
  )
}

/** Agreed once for every time: what changes is changed for all of them, on their page. */
function Recurring({ collection: { id, from, to } }: { collection: NonNullable<Props['collection']> }) {
  const { t, format } = useT()
  return (
    <Banner tone="done" icon="calendar-check">
      <b>{t('collections.agreed', { when: `${format.dateTime(from)}–${format.time(to)}` })}</b>
      <p>
        <Link to={`/collections/${id}`}>{t('collections.all')}</Link>
      </p>
    </Banner>
  )
}
