import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { readGiven, scannedText } from '#app/domain/claims/handover-proof.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import { handoverToRecord } from '#app/domain/handovers/handovers.read.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { formWithFiles } from '#app/gateways/photo-incoming.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { pictureIn } from '#app/http/photo-upload.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { answerOf, writeHandover } from './answer.server.ts'
import { HandoverForm } from './handover-form.tsx'
import { readHandover } from './read-handover.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

/** For either side: whoever gives has the taker's code to ask for, and a hub's driver the giver's. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const claimId = params['claimId'] ?? ''
  const asked = await handoverToRecord(db, member, claimId)
  if (!asked) {
    found(await claimFor(db, member, claimId))
    throw redirect(`/claims/${claimId}`)
  }
  const { claim, handover, pickup, side, has_code, other, weight } = asked
  if (handover && handover.state !== 'objected') throw redirect(`/handovers/${handover.id}`)
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') throw redirect(`/claims/${claimId}`)
  const { t, format } = translator(locale)
  const quantity = writeQuantity(claim.qty, claim.unit, locale)
  return {
    title: t('handovers.entry.title', { quantity: format.quantity(claim.qty, claim.unit) }),
    claim: { id: claim.id, title: claim.title, unit: claim.unit, qty: claim.qty, quantity },
    meeting: { pickup, side, has_code, other: other.is_house ? other.name : shortName(other.name) },
    weight,
    code: codeIn(request.url),
    idempotency_key: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await signedIn(request)
  const { claim } = found(await handoverToRecord(visit.db, visit.member, params['claimId'] ?? ''))
  const form = await formWithFiles(request)
  if (isRefusal(form)) return invalid({ photo: `handovers.entry.errors.${form.refused}` })
  const ask = readHandover(form, claim, visit.locale, pictureIn(form, 'proof_photo') !== undefined)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  return answerOf(await writeHandover(visit, claim.id, ask.value, form), ask.typed)
}

/** A phone's own camera opens this page with the proof in the address; older codes came as they are. */
function codeIn(address: string) {
  const given = readGiven(address)
  return given.how === 'typed'
    ? (new URL(address).searchParams.get('code') ?? '')
    : scannedText(given.claim_id, given.tag)
}

export default function Handover() {
  return <HandoverForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
