import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { pauseListing } from '#app/domain/listings/pause-listing.server.ts'
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
  if (state === 'paused') throw redirect(`/listings/${id}/resumption`)
  return { title: translator(locale).t('turns.pause.title'), id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const outcome = await write(db, (trx) => pauseListing(trx, act, listingId))
  return isRefusal(outcome) ? refusedWith(outcome) : redirectSaying(`/listings/${listingId}`, 'turns.pause.done')
}

export default function Pause() {
  const { t } = useT()
  const { id } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={t('turns.pause.title')}
      lead={t('turns.pause.lead')}
      refusal={reply ? t(`posting.refusals.${reply.refused}`) : undefined}
      submit={t('turns.pause.submit')}
      keep={{ to: `/listings/${id}`, label: t('turns.pause.keep') }}
    />
  )
}
