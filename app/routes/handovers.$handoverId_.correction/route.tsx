import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctHandover } from '#app/domain/handovers/correct-handover.server.ts'
import { handoverFor } from '#app/domain/handovers/handovers.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { CorrectionForm } from './correction-form.tsx'
import { readCorrection } from './read-correction.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await staff(request)
  const seen = found(await handoverFor(db, member, params['handoverId'] ?? ''))
  found(seen.may_correct || null)
  const { t } = translator(locale)
  return {
    title: t('handovers.correction.title'),
    handoverId: seen.handover.id,
    lot: seen.claim.title,
    typ_g: seen.weight.typ_g,
    grade: seen.weight.grade,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await staff(request)
  const ask = await readCorrection(request)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const handoverId = params['handoverId'] ?? ''
  const outcome = await write(db, (trx) => correctHandover(trx, act, handoverId, ask.value.weighing, ask.value.reason))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying(`/handovers/${handoverId}`, 'handovers.correction.done')
}

export default function Correction() {
  return <CorrectionForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
