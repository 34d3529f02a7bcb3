import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { goalOfClaim, lastDoorOf } from '#app/domain/claims/door.read.server.ts'
import { nameGoal } from '#app/domain/claims/name-goal.server.ts'
import { readDoor } from '#app/domain/places/place-ask.ts'
import { areaFields, findPlace, placeText } from '#app/domain/places/place-lookup.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { streetsCalled } from '#app/http/streets.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { DeliveryForm } from './delivery-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { claim, goal } = found(await goalOfClaim(db, member, params['claimId'] ?? ''))
  const door = goal ?? (claim.claimant_id === member.id ? await lastDoorOf(db, member) : undefined)
  const { street = '', access_notes = '', phone = '' } = door ?? {}
  const fields = { ...areaFields(door), street, access_notes, phone }
  return { title: translator(locale).t('delivery.title'), claimId: claim.id, lot: claim.title, fields }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, now } = await signedIn(request)
  const claimId = params['claimId'] ?? ''
  const typed = typedFields(await request.formData())
  const { words, errors } = readDoor(typed)
  const { point, error, choices = [] } = findPlace(typed, await streetsCalled(db, placeText(typed), now))
  if (!point || Object.keys(errors).length > 0)
    return data({ errors: { ...errors, ...(error ? { town: error } : {}) }, typed, choices }, { status: 422 })

  const named = await write(db, (trx) => nameGoal(trx, act, claimId, { ...words, ...point }))
  if (isRefusal(named)) return refusedWith(named, typed)
  return redirectSaying(`/claims/${claimId}`, 'delivery.saved')
}

export default function Delivery() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="page page--narrow page--top">
      <Form method="post" className="stack stack--l" noValidate>
        <DeliveryForm {...page} reply={reply} />
      </Form>
    </div>
  )
}
