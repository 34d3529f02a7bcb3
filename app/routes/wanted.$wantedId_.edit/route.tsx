import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { doorOfListing } from '#app/domain/claims/door.read.server.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { reviseWanted } from '#app/domain/listings/revise-wanted.server.ts'
import { wantedFields } from '#app/domain/listings/wanted-fields.ts'
import { areaFields } from '#app/domain/places/place-lookup.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { readWantedForm } from '#app/http/wanted-form.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { WantedForm, type WantedReply } from '#app/ui/wanted-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const wanted = found(await ownListing(db, member, params['wantedId'] ?? '', 'wanted'))
  if (wanted.state !== 'live') throw redirect(`/wanted/${wanted.id}`)
  return {
    title: translator(locale).t('wanted.form.editTitle'),
    id: wanted.id,
    fields: { ...wantedFields(wanted, locale), ...areaFields(await doorOfListing(db, member, wanted.id)) },
    organisations: [],
    saved_at: wanted.revised_at,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const { db, act, locale } = visit
  const wantedId = params['wantedId'] ?? ''
  const typed = typedFields(await request.formData())
  const { value, ...wrong } = await readWantedForm(typed, visit)
  if (!value) return data({ ...wrong, typed }, { status: 422 })
  const outcome = await write(db, (trx) =>
    reviseWanted(trx, act, wantedId, value.facts, { point: value.point, locale }),
  )
  return isRefusal(outcome) ? refusedWith(outcome, typed) : redirectSaying(`/wanted/${wantedId}`, 'wanted.form.saved')
}

export default function EditWanted() {
  const page = useLoaderData<typeof loader>()
  return <WantedForm page={page} reply={useActionData<typeof action>() as WantedReply} wantedId={page.id} />
}
