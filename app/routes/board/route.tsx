import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staff } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { BoardFigures } from './board-figures.tsx'
import { BoardHead } from './board-head.tsx'
import { boardPage } from './board-page.server.ts'
import { ClaimsTable } from './claims-table.tsx'
import { Contested } from './contested-table.tsx'
import { DueTable } from './due-table.tsx'
import { Overdue } from './overdue-table.tsx'
import { ReviewTable } from './review-table.tsx'
import { RiskList } from './risk-list.tsx'
import { Today } from './today.tsx'
import { WeekCalendar } from './week-calendar.tsx'
import './board.css'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await staff(request)
  const page = await boardPage(visit, new URL(request.url).searchParams)
  const { t, format } = translator(visit.locale)
  return { title: `${t('board.title')}, ${format.wholeDay(page.day)}`, ...page }
}

export default function Board() {
  const page = useLoaderData<typeof loader>()
  return (
    <div className="page page--top stack stack--l">
      <BoardHead {...page} />
      <BoardFigures {...page} />
      <RiskList risks={page.risks} />
      <Today {...page} />
      <WeekCalendar {...page} />
      <Overdue trips={page.overdue} />
      <Contested noShows={page.contested} />
      <ClaimsTable claims={page.undated} name="undated" />
      <ReviewTable lots={page.review} />
      <DueTable lots={page.due} />
      <ClaimsTable claims={page.unanswered} name="unanswered" />
    </div>
  )
}
