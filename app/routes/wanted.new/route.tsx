import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lastDoorOf } from '#app/domain/claims/door.read.server.ts'
import { wantedOf } from '#app/domain/discovery/wanted.read.server.ts'
import { postWanted } from '#app/domain/listings/post-wanted.server.ts'
import { emptyWantedFields } from '#app/domain/listings/wanted-fields.ts'
import { organisationsOf } from '#app/domain/people/people.read.server.ts'
import { areaFields } from '#app/domain/places/place-lookup.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { refusedWith } from '#app/http/replies.server.ts'
import { readWantedForm } from '#app/http/wanted-form.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { WantedForm, type WantedReply } from '#app/ui/wanted-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const [last, organisations, own] = await Promise.all([
    lastDoorOf(db, member),
    organisationsOf(db, member.id),
    wantedOf(db, member),
  ])
  const material = new URL(request.url).searchParams.get('material')
  return {
    title: translator(locale).t('wanted.form.title'),
    fields: { ...emptyWantedFields(material, locale, now), ...areaFields(last) },
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    saved_at: own[0]?.published_at ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const { db, act, locale } = visit
  const typed = typedFields(await request.formData())
  const { value, ...wrong } = await readWantedForm(typed, visit)
  if (!value) return data({ ...wrong, typed }, { status: 422 })
  const by = { organisation_id: typed['behalf'] || null, point: value.point, locale }
  const outcome = await write(db, (trx) => postWanted(trx, act, value.facts, by))
  return isRefusal(outcome)
    ? refusedWith(outcome, typed)
    : redirectSaying(`/wanted/${outcome.wanted.id}`, 'wanted.form.posted')
}

export default function NewWanted() {
  return <WantedForm page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>() as WantedReply} />
}
