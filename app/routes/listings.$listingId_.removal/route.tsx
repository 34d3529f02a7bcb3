import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openClaimCount } from '#app/domain/claims/claims.read.server.ts'
import { listingToRemove } from '#app/domain/listings/reviews.read.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
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
  const { id, title } = found(await listingToRemove(db, member, params['listingId'] ?? ''))
  return { title: translator(locale).t('board.removal.title', { title }), id, asking: await openClaimCount(db, id) }
}

/** Takes a lot down that should not be here. Its donor and everyone who asked are told. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const outcome = await write(db, (trx) => endListing(trx, act, params['listingId'] ?? '', 'removed'))
  return isRefusal(outcome) ? refusedWith(outcome) : redirectSaying('/board', 'board.removal.done')
}

export default function Removal() {
  const { t } = useT()
  const { id, title, asking } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={title}
      lead={asking === 0 ? t('board.removal.leadNobody') : t('board.removal.lead', { count: asking })}
      refusal={reply ? t(`board.removal.refusals.${reply.refused}`) : undefined}
      submit={t('board.removal.submit')}
      danger
      keep={{ to: `/listings/${id}`, label: t('board.removal.keep') }}
    />
  )
}
