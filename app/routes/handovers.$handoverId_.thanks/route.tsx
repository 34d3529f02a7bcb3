import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handoverFor } from '#app/domain/handovers/handovers.read.server.ts'
import { thank } from '#app/domain/handovers/thank.server.ts'
import { thanksOfHandover } from '#app/domain/handovers/thanks.read.server.ts'
import { thankedBy } from '#app/domain/handovers/thanks.ts'
import { longestThanks, ThanksAsk } from '#app/domain/handovers/thanks-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ThanksForm } from './thanks-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { handover, giver, taker } = found(await handoverFor(db, member, params['handoverId'] ?? ''))
  const to = thankedBy(member.id, handover)
  const written = await thanksOfHandover(db, handover.id)
  if (to === undefined || written.some(({ from_id }) => from_id === member.id)) {
    throw redirect(`/handovers/${handover.id}`)
  }
  const name = to === handover.giver_id ? giver : taker
  const title = translator(locale).t('thanks.form.title', { name })
  return { title, name, handoverId: handover.id, most: longestThanks }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, ThanksAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)

  const page = `/handovers/${params['handoverId']}`
  const outcome = await write(db, (trx) => thank(trx, act, params['handoverId'] ?? '', ask.value.text))
  if (isRefusal(outcome)) return redirectSaying(page, `thanks.refusals.${outcome.refused}`, { tone: 'fail' })
  return redirectSaying(page, 'thanks.form.done')
}

export default function Thanks() {
  return <ThanksForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
