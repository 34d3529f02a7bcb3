import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { refuseListing } from '#app/domain/listings/review-listing.server.ts'
import { listingInReview } from '#app/domain/listings/reviews.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

const RefusalAsk = z.object({ reason: z.string().trim().min(1, 'errors.required').max(500, 'errors.too-long?max=500') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await staff(request)
  const listing = found(await listingInReview(db, member, params['listingId'] ?? ''))
  return { title: translator(locale).t('turns.review.refusalTitle', { title: listing.title }), listing }
}

/** Says no to a lot that waited for a look, with a reason its donor reads. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const ask = await readForm(request, RefusalAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => refuseListing(trx, act, params['listingId'] ?? '', ask.value.reason))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/listings/${outcome.listing.id}`, 'turns.review.refused')
}

export default function Refusal() {
  const { t } = useT()
  const { title, listing } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={title}
      lead={t('turns.review.refusalLead')}
      refusal={reply && 'refused' in reply ? t(`posting.refusals.${reply.refused}`) : undefined}
      submit={t('turns.review.refuse')}
      danger
      keep={{ to: `/listings/${listing.id}`, label: t('turns.review.keep') }}
    >
      <TextArea
        name="reason"
        label={t('turns.review.reason')}
        hint={t('turns.review.reasonHint')}
        rows={3}
        maxLength={500}
        defaultValue={reply?.typed['reason']}
        error={reply && 'errors' in reply ? reply.errors['reason'] : undefined}
      />
    </AskPage>
  )
}
