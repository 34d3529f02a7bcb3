import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shortName } from '#app/domain/discovery/lot.ts'
import { decideNoShow } from '#app/domain/pickups/decide-no-show.server.ts'
import { NoShowDecisionAsk } from '#app/domain/pickups/no-show-ask.ts'
import { noShowFor } from '#app/domain/pickups/no-shows.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { DecisionForm } from './decision-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await staff(request)
  const { noShow, claim, may } = found(await noShowFor(db, member, params['noShowId'] ?? '', now))
  if (!may.decide) throw redirect(`/claims/${claim.id}`)
  const { title, starts_at, note, contest_note } = noShow
  const reported = { name: shortName(noShow.reporter_name), text: note }
  const contested = {
    name: shortName(noShow.absent === 'donor' ? noShow.donor_name : noShow.claimant_name),
    text: contest_note,
  }
  const words = translator(locale)
  return { title: words.t('noShows.decision.title'), noShow: { title, starts_at, reported, contested } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const ask = await readForm(request, NoShowDecisionAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const outcome = await write(db, (trx) => decideNoShow(trx, act, params['noShowId'] ?? '', ask.value))
  if (isRefusal(outcome)) return redirectSaying('/board', `noShows.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(`/claims/${outcome.claim_id}`, 'noShows.decision.done')
}

export default function NoShowDecision() {
  const { noShow } = useLoaderData<typeof loader>()
  return <DecisionForm noShow={noShow} reply={useActionData<typeof action>()} />
}
