import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveListing } from '#app/domain/listings/review-listing.server.ts'
import { listingInReview } from '#app/domain/listings/reviews.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await staff(request)
  const listing = found(await listingInReview(db, member, params['listingId'] ?? ''))
  return { title: translator(locale).t('turns.review.approvalTitle', { title: listing.title }), listing }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const outcome = await write(db, (trx) => approveListing(trx, act, params['listingId'] ?? ''))
  return isRefusal(outcome)
    ? refusedWith(outcome)
    : redirectSaying(`/listings/${outcome.listing.id}`, 'turns.review.approved')
}

export default function Approval() {
  const { t } = useT()
  const { title, listing } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={title}
      lead={t('turns.review.approvalLead')}
      refusal={reply ? t(`posting.refusals.${reply.refused}`) : undefined}
      submit={t('turns.review.approve')}
      keep={{ to: `/listings/${listing.id}`, label: t('turns.review.keep') }}
    />
  )
}
