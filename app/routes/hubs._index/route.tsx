import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { offerCounts } from '#app/domain/discovery/offers.read.server.ts'
import { hubs } from '#app/domain/hubs/hubs.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { HubEntry } from './hub-entry.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, locale, now } = await anyone(request)
  const [all, live] = await Promise.all([hubs(db), offerCounts(db, now)])
  const { t } = translator(locale)
  return {
    title: t('hubs.title'),
    description: t('hubs.description'),
    hubs: all.map((hub) => ({ ...hub, live: live.get(hub.id) ?? 0 })),
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
