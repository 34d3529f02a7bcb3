import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { splitStock } from '#app/domain/handovers/split-stock.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { stockLotVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { readParts } from './read-parts.server.ts'
import { SplitForm } from './split-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot, page, locale } = await stockLotVisit(await signedIn(request), params)
  const { code, quantity, unit, grams, grade } = lot
  const title = translator(locale).t('stock.split.title', { code })
  return { title, page, lot: { code, quantity, unit, grams, grade }, sent_key: newId() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, lot, page } = await stockLotVisit(await signedIn(request), params)
  const ask = await readParts(request, lot.unit)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => splitStock(trx, act, lot.id, ask.value))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying(page, 'stock.split.done', { values: { count: String(outcome.lots.length) } })
}

/** Also after a no: the lot may have changed while the form was open. */
export const shouldRevalidate = () => true

export default function Split() {
  return <SplitForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
