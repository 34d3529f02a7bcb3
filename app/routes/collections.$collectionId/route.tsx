import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { dayInRome } from '#app/domain/instant.ts'
import { collectionDays, collectionFor, weeksShown } from '#app/domain/pickups/collections.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

/** For the company's people and those who run the hub. To anyone else it is not there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const today = dayInRome(now)
  const plan = found(await collectionFor(db, member, { id: params['collectionId'] ?? '', day: today }))
  const days = await collectionDays(db, plan.is_over ? [] : [plan], { day: today, count: weeksShown * 7 })
  const { hub_name: hub, hub_slug: slug, organisation_name: name, note } = plan
  return {
    title: translator(locale).t('collections.mineOf', { hub, name }),
    ...{ hub, slug, note },
    days: days.map(({ day, on, reason, starts_at, ends_at, lot }) => ({
      ...{ day, on, reason, starts_at, ends_at },
      // Their own claim page has the code: strangers to it find nothing there.
      claim_id: lot?.claim_state === 'scheduled' ? lot.claim_id : undefined,
      expected: lot?.expected_from && lot.expected_to ? { from: lot.expected_from, to: lot.expected_to } : undefined,
    })),
  }
}

export default function CompanyCollection() {
  const { t } = useT()
  const { title, hub, slug, note, days } = useLoaderData<typeof loader>()
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{title}</h1>
        <p className="lead">{t('collections.mineLead')}</p>
        {note ? <p className="soft">{note}</p> : null}
      </div>
      {days.length === 0 ? <p>{t('collections.mineNone')}</p> : null}
      <ol className="kept">
        {days.map((each) => (
          <Day key={each.day} each={each} />
        ))}
      </ol>
      <p>
        <Link to={`/hubs/${slug}`}>{hub}</Link>. <Link to="/calendars">{t('collections.calendar')}</Link>
      </p>
    </div>
  )
}

type Each = ReturnType<typeof useLoaderData<typeof loader>>['days'][number]

function Day({ each: { day, on, reason, starts_at, ends_at, expected, claim_id } }: { each: Each }) {
  const { t, format } = useT()
  const when = `${format.wholeDay(on ?? day)}, ${format.time(starts_at)}–${format.time(ends_at)}`
  const isUsual = on === day
  return (
    <li>
      <div>
        {on === undefined ? <s>{when}</s> : <b>{when}</b>}
        {expected ? (
          <p>{t('collections.expectedAt', { from: format.time(expected.from), to: format.time(expected.to) })}</p>
        ) : null}
        {isUsual ? null : (
          <p className="soft">
            {on === undefined ? t('collections.skipped') : t('collections.moved', { day: format.wholeDay(day) })}
            {reason ? `: ${reason}` : ''}
          </p>
        )}
        {claim_id ? (
          <p>
            <Link to={`/claims/${claim_id}`}>{t('collections.code')}</Link>
          </p>
        ) : null}
      </div>
    </li>
  )
}
