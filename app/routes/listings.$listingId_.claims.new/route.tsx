import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { openClaimOn } from '#app/domain/claims/claims.read.server.ts'
import { asLot } from '#app/domain/discovery/lot.ts'
import { claimableLot } from '#app/domain/discovery/lots.read.server.ts'
import { organisationsOf } from '#app/domain/people/people.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ClaimForm } from './claim-form.tsx'
import { readClaim } from './read-claim.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const row = found(await claimableLot(db, params['listingId'] ?? ''))
  const already = await openClaimOn(db, member, row.id)
  if (already) throw redirect(`/claims/${already.id}`)
  const organisations = await organisationsOf(db, member.id)
  const wanted = new URL(request.url).searchParams.get('quantity') ?? ''
  const lot = { ...asLot(row, { locale, now }), min_claim: row.min_claim, rule: row.allocation_rule }
  return { title: translator(locale).t('claims.form.title'), lot, organisations, wanted }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, locale } = await signedIn(request)
  const row = found(await claimableLot(db, params['listingId'] ?? ''))
  const ask = await readClaim(request, row, locale)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const outcome = await write(db, (trx) => placeClaim(trx, act, row.id, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirect(`/claims/${outcome.claim.id}`)
}

export default function NewClaim() {
  const { lot, organisations, wanted } = useLoaderData<typeof loader>()
  return <ClaimForm lot={lot} organisations={organisations} wanted={wanted} reply={useActionData<typeof action>()} />
}
