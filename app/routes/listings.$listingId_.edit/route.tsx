import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { draftOf } from '#app/domain/listings/drafts.read.server.ts'
import { isDraftStep } from '#app/domain/listings/listing-draft.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { after } from '#app/ui/posting-pages.ts'
import { MaterialStep } from './material-step.tsx'
import { MeasuresStep } from './measures-step.tsx'
import { PickupStep } from './pickup-step.tsx'
import { savePage } from './save-page.server.ts'
import { stepPage } from './step-page.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const draft = found(await draftOf(visit.db, visit.member, params['listingId'] ?? ''))
  if (draft.listing.state === 'closed') throw redirect(`/listings/${draft.listing.id}`)
  const page = await stepPage(visit, draft, stepOf(request))
  const { t } = translator(visit.locale)
  return { title: t(draft.listing.state === 'draft' ? 'posting.newTitle' : 'posting.editTitle'), ...page }
}

/** Keeps what can be read of the page, then goes on, or comes back to say what is wrong. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const listingId = params['listingId'] ?? ''
  const { listing } = found(await draftOf(visit.db, visit.member, listingId))
  const step = stepOf(request)
  const typed = typedFields(await request.formData())
  const saved = await savePage(visit, listingId, step, typed)
  if (isRefusal(saved)) return refusedWith(saved, typed)
  if (Object.keys(saved.errors).length > 0) return data({ ...saved, typed }, { status: 422 })
  return listing.state === 'draft'
    ? redirect(after(listingId, step))
    : redirectSaying(`/listings/${listingId}`, 'posting.saved')
}

function stepOf(request: Request) {
  const step = new URL(request.url).searchParams.get('step')
  return isDraftStep(step) && step !== 'confirm' ? step : 'material'
}

export type Reply =
  | {
      errors?: Record<string, string>
      choices?: { value: string; label: string }[]
      refused?: string
      typed: Record<string, string>
    }
  | undefined

export default function Edit() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as Reply
  if (page.step === 'material') return <MaterialStep key="material" page={page} reply={reply} />
  if (page.step === 'measures') return <MeasuresStep key="measures" page={page} reply={reply} />
  return <PickupStep key="pickup" page={page} reply={reply} />
}
