import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CollectionSkipAsk } from '#app/domain/pickups/collection-ask.ts'
import { skipCollection } from '#app/domain/pickups/move-collection.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { oneCollection } from '#app/http/collection.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { CollectionReason } from '#app/ui/collection-reason.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  return oneCollection(await signedIn(request), request, { slug: params['hubSlug'] ?? '', asking: 'skip' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, CollectionSkipAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => skipCollection(trx, act, slug, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying(`/hubs/${slug}/collections`, 'collections.skipDone')
}

export default function SkipCollection() {
  const { t } = useT()
  const { title, slug, id, day } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const errors = (reply && 'errors' in reply ? reply.errors : undefined) ?? {}
  return (
    <AskPage
      title={title}
      lead={t('collections.skipLead')}
      refusal={reply && 'refused' in reply ? t(`collections.refusals.${reply.refused}`) : undefined}
      submit={t('collections.skip')}
      danger
      keep={{ to: `/hubs/${slug}/collections`, label: t('collections.keep') }}
    >
      <input type="hidden" name="collection_id" value={id} />
      <input type="hidden" name="day" value={day} />
      <CollectionReason typed={reply?.typed['reason']} error={errors['reason']} isRequired />
    </AskPage>
  )
}
