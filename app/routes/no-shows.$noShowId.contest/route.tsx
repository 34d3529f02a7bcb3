import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contestNoShow } from '#app/domain/pickups/contest-no-show.server.ts'
import { ContestAsk } from '#app/domain/pickups/no-show-ask.ts'
import { noShowFor } from '#app/domain/pickups/no-shows.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ContestForm } from './contest-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { noShow, claim, may } = found(await noShowFor(db, member, params['noShowId'] ?? '', now))
  if (!may.contest) throw redirect(`/claims/${claim.id}`)
  const { claim_id, starts_at, title } = noShow
  return { title: translator(locale).t('noShows.contest.title'), noShow: { claim_id, starts_at, title } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, member, act, now } = await signedIn(request)
  const { claim } = found(await noShowFor(db, member, params['noShowId'] ?? '', now))
  const ask = await readForm(request, ContestAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const page = `/claims/${claim.id}`
  const outcome = await write(db, (trx) => contestNoShow(trx, act, params['noShowId'] ?? '', ask.value.text))
  if (isRefusal(outcome)) return redirectSaying(page, `noShows.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(page, 'noShows.contest.done')
}

export default function NoShowContest() {
  const { noShow } = useLoaderData<typeof loader>()
  return <ContestForm noShow={noShow} reply={useActionData<typeof action>()} />
}
