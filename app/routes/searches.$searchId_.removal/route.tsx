import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forgetSearch } from '#app/domain/discovery/forget-searches.server.ts'
import { savedSearch } from '#app/domain/discovery/saved-searches.read.server.ts'
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
  const { id, name } = found(await savedSearch(db, member.id, params['searchId'] ?? ''))
  return { title: translator(locale).t('searches.removal.title', { name }), id, name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const outcome = await write(db, (trx) => forgetSearch(trx, act, params['searchId'] ?? ''))
  if (isRefusal(outcome)) return refusedWith(outcome)
  return redirectSaying('/searches', 'searches.removal.done', { values: { name: outcome.name } })
}

export default function Removal() {
  const { t } = useT()
  const { id, name } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={t('searches.removal.title', { name })}
      lead={t('searches.removal.lead')}
      refusal={reply ? t(`searches.refusals.${reply.refused}`) : undefined}
      submit={t('searches.removal.submit')}
      danger
      keep={{ to: `/searches/${id}`, label: t('searches.removal.keep') }}
    />
  )
}
