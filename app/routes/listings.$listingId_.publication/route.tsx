import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lotHref } from '#app/domain/discovery/lot-href.ts'
import { draftOf } from '#app/domain/listings/drafts.read.server.ts'
import { PublishAsk } from '#app/domain/listings/publish-ask.ts'
import { publishListing } from '#app/domain/listings/publish-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Declaration } from './declaration.tsx'
import { preview } from './preview.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const draft = found(await draftOf(visit.db, visit.member, params['listingId'] ?? ''))
  if (draft.listing.state !== 'draft') throw redirect(`/listings/${draft.listing.id}`)
  return { title: translator(visit.locale).t('posting.confirm.title'), ...(await preview(visit, draft)) }
}

/** Publishes under the donor's declaration. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, PublishAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => publishListing(trx, act, params['listingId'] ?? '', ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  const { title, code } = outcome.listing
  const page = lotHref(outcome.listing)
  return code === null
    ? redirectSaying(page, 'posting.inReview', { values: { title } })
    : redirectSaying(page, 'posting.published', { values: { title, code } })
}

export default function Publication() {
  return <Declaration page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
