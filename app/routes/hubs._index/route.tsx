import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { offerCounts } from '#app/domain/discovery/offers.read.server.ts'
import { hoursOfHubs } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { hubs } from '#app/domain/hubs/hubs.read.server.ts'
import { groupedHours } from '#app/domain/places/opening.ts'
import { anyone } from '#app/http/context.server.ts'
import { hoursWords } from '#app/i18n/opening-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { HubEntry } from './hub-entry.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, locale, now } = await anyone(request)
  const [all, live] = await Promise.all([hubs(db), offerCounts(db, now)])
  const spoken = translator(locale)
  const { t } = spoken
  const weeks = await hoursOfHubs(
    db,
    all.map(({ id }) => id),
  )
  const openingOf = (id: string) => {
    const week = weeks.get(id)
    return week ? { opening_hours: hoursWords(spoken, groupedHours(week)).join('; ') } : {}
  }
  return {
    title: t('hubs.title'),
    description: t('hubs.description'),
    hubs: all.map((hub) => ({ ...hub, ...openingOf(hub.id), live: live.get(hub.id) ?? 0 })),
  }
}

export default function Hubs() {
  const { t } = useT()
  const { hubs } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{t('hubs.title')}</h1>
        <p className="lead">{t('hubs.lead')}</p>
      </div>
      {hubs.length === 0 ? <p className="soft">{t('hubs.none')}</p> : null}
      {hubs.map((hub) => (
        <HubEntry key={hub.id} hub={hub} />
      ))}
    </div>
  )
}
