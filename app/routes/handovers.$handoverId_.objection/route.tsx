import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ObjectionAsk } from '#app/domain/handovers/handover-ask.ts'
import { handoverFor } from '#app/domain/handovers/handovers.read.server.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ObjectionForm } from './objection-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { handover, may_answer } = found(await handoverFor(db, member, params['handoverId'] ?? ''))
  if (!may_answer) throw redirect(`/handovers/${handover.id}`)
  return { title: translator(locale).t('handovers.objection.title'), handoverId: handover.id }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, ObjectionAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const page = `/handovers/${params['handoverId']}`
  const outcome = await write(db, (trx) => objectToHandover(trx, act, params['handoverId'] ?? '', ask.value.reason))
  if (isRefusal(outcome)) return redirectSaying(page, `handovers.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(page, 'handovers.page.objectedDone')
}

export default function Objection() {
  const { handoverId } = useLoaderData<typeof loader>()
  return <ObjectionForm handoverId={handoverId} reply={useActionData<typeof action>()} />
}
