import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listingHistory } from '#app/domain/claims/history.read.server.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import { lotRow } from '#app/domain/discovery/lots.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { EventDoor } from '#app/ui/event-door.tsx'
import { historyWords } from '#app/ui/history-words.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { type Moment, Timeline } from '#app/ui/timeline.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const history = found(await listingHistory(db, member, listingId))
  const { title, unit } = found(await lotRow(db, listingId))
  const lines = history.map((line) => ({
    ...line,
    who: line.who && shortName(line.who),
    by: line.by && shortName(line.by),
  }))
  return { title: translator(locale).t('histories.title'), lot: { id: listingId, title, unit }, lines }
}

export default function History() {
  const translator = useT()
  const { t } = translator
  const { lot, lines } = useLoaderData<typeof loader>()
  const moments = lines.flatMap((line, index): Moment[] => {
    const words = historyWords(translator, line, lot.unit)
    if (!words) return []
    const isHidden = line.about !== 'listing' && line.who === null
    const text = (
      <>
        {words} {isHidden ? null : <EventDoor name={line.by} via={line.via} />}
      </>
    )
    return [{ key: String(index), at: line.at, text }]
  })
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{t('histories.title')}</h1>
        <p className="lead">
          <Link to={`/listings/${lot.id}`}>{lot.title}</Link>
        </p>
        <p className="soft">{t('histories.lead')}</p>
      </div>
      <Timeline moments={moments} />
    </div>
  )
}
