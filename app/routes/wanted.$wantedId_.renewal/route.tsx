import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayInRome, later } from '#app/domain/instant.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { renewWanted } from '#app/domain/listings/renew-wanted.server.ts'
import { usualDays } from '#app/domain/listings/wanted.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { TextField } from '#app/ui/field.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

const RenewalAsk = z.object({ until: z.iso.date('errors.date') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { id } = found(await ownListing(db, member, params['wantedId'] ?? '', 'wanted'))
  const proposed = dayInRome(later(now, { days: usualDays }))
  return { title: translator(locale).t('wanted.renewal.title'), id, proposed }
}

/** Still looking: gives the post more time, or opens it again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, RenewalAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => renewWanted(trx, act, params['wantedId'] ?? '', ask.value.until))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/wanted/${outcome.wanted.id}`, 'wanted.renewal.done')
}

export default function Renewal() {
  const { t } = useT()
  const { id, proposed } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={t('wanted.renewal.title')}
      lead={t('wanted.renewal.lead')}
      refusal={reply && 'refused' in reply ? t(`wanted.refusals.${reply.refused}`) : undefined}
      submit={t('wanted.renewal.submit')}
      keep={{ to: `/wanted/${id}`, label: t('wanted.renewal.keep') }}
    >
      <TextField
        type="date"
        name="until"
        label={t('wanted.renewal.day')}
        defaultValue={reply?.typed['until'] ?? proposed}
        error={reply && 'errors' in reply ? reply.errors['until'] : undefined}
      />
    </AskPage>
  )
}
