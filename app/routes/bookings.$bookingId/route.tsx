import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { coordinates } from '#app/domain/act.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import { bookingById } from '#app/domain/pickups/bookings.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Banner } from '#app/ui/banner.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const booking = found(await bookingById(db, params['bookingId'] ?? ''))
  const isTheirs = booking.member_id === member.id
  if (!isTheirs) found(coordinates(member, booking.hub_id) || undefined)
  const { id, starts_at, ends_at, hub_slug, hub_name, area, municipality, note, release_reason } = booking
  return {
    title: translator(locale).t('slots.booking.title'),
    booking: { id, starts_at, ends_at, hub_slug, hub_name, area, municipality, note, release_reason },
    by: isTheirs ? undefined : shortName(booking.member_name),
    stands: booking.is_open === 1,
    may_release: booking.is_open === 1 && booking.pickup_id === null && starts_at > now,
  }
}

export default function Booking() {
  const { t, format } = useT()
  const { title, booking, by, stands, may_release } = useLoaderData<typeof loader>()
  const when = `${format.dateTime(booking.starts_at)}–${format.time(booking.ends_at)}`
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{title}</h1>
        <p className="lead">{t('slots.booking.lead', { when, hub: booking.hub_name })}</p>
      </div>
      {stands ? null : (
        <Banner>
          <b>{t('slots.booking.over')}</b>
          {booking.release_reason ? <p>{t('slots.booking.reason', { reason: booking.release_reason })}</p> : null}
        </Banner>
      )}
      <DefinitionList
        sheet
        facts={[
          { term: t('slots.booking.when'), value: when },
          { term: t('slots.booking.where'), value: `${booking.hub_name}, ${booking.area}, ${booking.municipality}` },
          { term: t('slots.booking.note'), value: booking.note },
          { term: t('slots.booking.by'), value: by },
        ]}
      />
      {may_release ? (
        <Form method="post" action={`/bookings/${booking.id}/release`} className="stack stack--s">
          <p className="soft">{t('slots.booking.releaseHint')}</p>
          <div className="row row--buttons">
            <Submit>{t('slots.booking.release')}</Submit>
          </div>
        </Form>
      ) : null}
      {stands ? (
        <p>
          <Link to={`/hubs/${booking.hub_slug}`}>{t('slots.booking.hub')}</Link>
        </p>
      ) : (
        <div className="row row--buttons">
          <ButtonLink kind="next" to={`/hubs/${booking.hub_slug}#bring`}>
            {t('slots.booking.again')}
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
