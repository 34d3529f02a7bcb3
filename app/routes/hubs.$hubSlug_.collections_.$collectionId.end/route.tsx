import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { CollectionEndAsk } from '#app/domain/pickups/collection-ask.ts'
import { collectionsOf } from '#app/domain/pickups/collections.read.server.ts'
import { endCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { CollectionReason } from '#app/ui/collection-reason.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const hub = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const plans = await collectionsOf(db, { hub_ids: [hub.id] }, dayInRome(now))
  const { organisation_name: name } = found(plans.find(({ id, is_over }) => id === params['collectionId'] && !is_over))
  return { title: translator(locale).t('collections.endTitle', { name }), slug: hub.slug }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, CollectionEndAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const [slug, id] = [params['hubSlug'] ?? '', params['collectionId'] ?? '']
  const outcome = await write(db, (trx) => endCollections(trx, act, slug, id, ask.value.reason))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/collections`, 'collections.ended')
}

export default function EndCollections() {
  const { t } = useT()
  const { title, slug } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const errors = (reply && 'errors' in reply ? reply.errors : undefined) ?? {}
  return (
    <AskPage
      title={title}
      lead={t('collections.endLead')}
      refusal={reply && 'refused' in reply ? t(`collections.refusals.${reply.refused}`) : undefined}
      submit={t('collections.end')}
      danger
      keep={{ to: `/hubs/${slug}/collections`, label: t('collections.keep') }}
    >
      <CollectionReason typed={reply?.typed['reason']} error={errors['reason']} />
    </AskPage>
  )
}
