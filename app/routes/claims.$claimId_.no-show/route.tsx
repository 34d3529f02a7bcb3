import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NoShowAsk } from '#app/domain/pickups/no-show-ask.ts'
import { reportNoShow } from '#app/domain/pickups/report-no-show.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ReportForm } from './report-form.tsx'
import { reportPage } from './report-page.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const page = found(await reportPage(visit, params['claimId'] ?? ''))
  if (!page.isOver) throw redirect(`/claims/${page.claim.id}`)
  return { title: translator(visit.locale).t('noShows.report.title'), page }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, NoShowAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const page = `/claims/${params['claimId']}`
  const outcome = await write(db, (trx) => reportNoShow(trx, act, params['claimId'] ?? '', ask.value))
  if (isRefusal(outcome)) return redirectSaying(page, `noShows.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(page, 'noShows.report.done')
}

export default function NoShowReport() {
  const { page } = useLoaderData<typeof loader>()
  return <ReportForm page={page} reply={useActionData<typeof action>()} />
}
