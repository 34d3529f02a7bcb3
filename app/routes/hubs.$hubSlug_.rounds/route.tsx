import type { LoaderFunctionArgs } from '@remix-run/node'
import { useFetcher, useLoaderData } from '@remix-run/react'
import { staff } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { DayHead } from './day-head.tsx'
import { DayStats } from './day-stats.tsx'
import { dayView } from './day-view.server.ts'
import { useDragging } from './dragging.ts'
import { lanesOf } from './lanes.ts'
import { LanesBoard } from './lanes-board.tsx'
import { LanesMap } from './lanes-map.tsx'
import { RoundOrder } from './round-order.tsx'
import { SearchPanel } from './search-panel.tsx'
import { timeDropped } from './time-dropped.ts'
import { useRoundSearch } from './use-round-search.ts'
import { WaitingTable } from './waiting-table.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await staff(request)
  const view = await dayView(visit, params['hubSlug'] ?? '', new URL(request.url).searchParams)
  const { t, format } = translator(visit.locale)
  return { title: `${t('rounds.title')}, ${format.wholeDay(view.day)}`, ...view }
}

export default function Rounds() {
  const { t } = useT()
  const view = useLoaderData<typeof loader>()
  const mover = useFetcher()
  const dropped = mover.formData ? timeDropped(view, mover.formData) : undefined
  const search = useRoundSearch(view)
  const lanes = lanesOf(view, dropped ?? search.progress?.outcome ?? view.outcome)
  const dragging = useDragging(({ stop, vehicle, place }) =>
    mover.submit(
      { day: view.day, seen: view.seen, stop, vehicle, place },
      { method: 'post', action: `/hubs/${view.hub.slug}/rounds/arrangement`, preventScrollReset: true },
    ),
  )
  return (
    <div className="page page--top stack stack--l">
      <DayHead {...view} />
      <DayStats view={view} lanes={lanes} />
      <SearchPanel view={view} search={search} />
      <LanesBoard lanes={lanes} />
      <LanesMap lanes={lanes} view={view} />
      <section className="stack stack--s" id="waiting">
        <div className="title">
          <h2 className="head-s">{t('rounds.waiting.title')}</h2>
          <span className="label">{t('rounds.waiting.hint')}</span>
        </div>
        <WaitingTable {...view} />
      </section>
      <div className="round-orders">
        {lanes.map((lane) => (
          <RoundOrder key={lane.vehicle.id} {...{ lane, view, dragging }} />
        ))}
      </div>
    </div>
  )
}
