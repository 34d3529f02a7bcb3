import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { withdrawWanted } from '#app/domain/listings/withdraw-wanted.server.ts'
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
  const { id } = found(await ownListing(db, member, params['wantedId'] ?? '', 'wanted'))
  return { title: translator(locale).t('wanted.withdrawal.title'), id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const outcome = await write(db, (trx) => withdrawWanted(trx, act, params['wantedId'] ?? ''))
  return isRefusal(outcome)
    ? refusedWith(outcome)
    : redirectSaying(`/wanted/${outcome.wanted.id}`, 'wanted.withdrawal.done')
}

export default function Withdrawal() {
  const { t } = useT()
  const { id } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={t('wanted.withdrawal.title')}
      lead={t('wanted.withdrawal.lead')}
      refusal={reply ? t(`wanted.refusals.${reply.refused}`) : undefined}
      submit={t('wanted.withdrawal.submit')}
      keep={{ to: `/wanted/${id}`, label: t('wanted.withdrawal.keep') }}
    />
  )
}
