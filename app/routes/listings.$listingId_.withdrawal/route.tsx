import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openClaimCount } from '#app/domain/claims/claims.read.server.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, state } = found(await ownListing(db, member, params['listingId'] ?? ''))
  return {
    title: translator(locale).t('turns.withdrawal.title'),
    id,
    is_draft: state === 'draft',
    asking: await openClaimCount(db, id),
  }
}

/** Takes the lot back. Everyone who asked is told. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const outcome = await write(db, (trx) => endListing(trx, act, listingId, 'withdrawn'))
  return isRefusal(outcome) ? refusedWith(outcome) : redirectSaying(`/listings/${listingId}`, 'turns.withdrawal.done')
}

export default function Withdrawal() {
  const { t } = useT()
  const { id, is_draft, asking } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const lead = is_draft
    ? t('turns.withdrawal.leadDraft')
    : asking === 0
      ? t('turns.withdrawal.leadNobody')
      : t('turns.withdrawal.lead', { count: asking })
  return (
    <AskPage
      title={t('turns.withdrawal.title')}
      lead={lead}
      refusal={reply ? t(`posting.refusals.${reply.refused}`) : undefined}
      submit={t('turns.withdrawal.submit')}
      danger
      keep={{ to: `/listings/${id}`, label: t('turns.withdrawal.keep') }}
    />
  )
}
