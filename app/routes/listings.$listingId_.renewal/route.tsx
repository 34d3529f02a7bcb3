import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayInRome, later } from '#app/domain/instant.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { renewListing } from '#app/domain/listings/renew-listing.server.ts'
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

const RenewalAsk = z.object({
  must_go_by: z.union([z.literal(''), z.iso.date('errors.date')], 'errors.date').transform((day) => day || null),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { id } = found(await ownListing(db, member, params['listingId'] ?? ''))
  return { title: translator(locale).t('turns.renewal.title'), id, proposed: dayInRome(later(now, { days: 21 })) }
}

/** Gives the lot more time, or opens it again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const ask = await readForm(request, RenewalAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => renewListing(trx, act, listingId, ask.value.must_go_by))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/listings/${listingId}`, 'turns.renewal.done')
}

export default function Renewal() {
  const { t } = useT()
  const { id, proposed } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <AskPage
      title={t('turns.renewal.title')}
      lead={t('turns.renewal.lead')}
      refusal={reply && 'refused' in reply ? t(`posting.refusals.${reply.refused}`) : undefined}
      submit={t('turns.renewal.submit')}
      keep={{ to: `/listings/${id}`, label: t('turns.renewal.keep') }}
    >
      <TextField
        type="date"
        name="must_go_by"
        label={t('turns.renewal.day')}
        hint={t('posting.pickup.mustHint')}
        defaultValue={reply?.typed['must_go_by'] ?? proposed}
        error={reply && 'errors' in reply ? reply.errors['must_go_by'] : undefined}
      />
    </AskPage>
  )
}
