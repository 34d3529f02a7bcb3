import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openClaimOn } from '#app/domain/claims/claims.read.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { claimableLot } from '#app/domain/discovery/lots.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { alreadyAsked } from './already-asked.server.ts'
import { askPage } from './ask-page.server.ts'
import { ClaimForm } from './claim-form.tsx'
import { readClaim } from './read-claim.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const page = found(await askPage(visit, params['listingId'] ?? ''))
  const already = await openClaimOn(visit.db, visit.member, page.lot.id)
  if (already) throw redirect(`/claims/${already.id}`)
  const wanted = new URL(request.url).searchParams.get('quantity') ?? ''
  return { title: translator(visit.locale).t('claims.form.title'), wanted, ...page }
}

/** What was typed comes back with every no: the lot may have closed, or shrunk, while the form was open. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const { db, act, locale } = visit
  const row = found(await claimableLot(db, params['listingId'] ?? ''))
  const ask = await readClaim(request, row, locale)
  if (row.state === 'closed') return refusedWith({ refused: 'listing-closed' as const }, ask.typed)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const outcome = await write(db, (trx) => placeClaim(trx, act, row.id, ask.value))
  if (!isRefusal(outcome)) return redirect(`/claims/${outcome.claim.id}`)
  if (outcome.refused === 'already-asked') return alreadyAsked(visit, row.id, ask.value)
  return refusedWith(outcome, ask.typed)
}

/** Also after a no: the lot it speaks of may not be the one the form was opened on. */
export const shouldRevalidate = () => true

export default function NewClaim() {
  return <ClaimForm page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
