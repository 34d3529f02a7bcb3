import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countStock } from '#app/domain/handovers/count-stock.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { stockLotVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { CountForm } from './count-form.tsx'
import { countOf, readCount } from './read-count.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, hub, lot, page, locale } = await stockLotVisit(await signedIn(request), params)
  const { code, quantity, unit, grams, grade } = lot
  const count = await countOf(db, hub, new URL(request.url).searchParams.get('count') ?? '')
  return {
    title: translator(locale).t('stock.counting.title', { code }),
    keep: count?.page ?? page,
    lot: { code, quantity, unit, grams, grade },
    written: writeQuantity(quantity, unit, locale),
    count_id: count?.id ?? '',
    sent_key: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, hub, lot, page } = await stockLotVisit(await signedIn(request), params)
  const ask = await readCount(request, lot)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const count = await countOf(db, hub, ask.typed['count_id'] ?? '')
  const counted = { ...ask.value, ...(count ? { count_id: count.id } : {}) }
  const outcome = await write(db, (trx) => countStock(trx, act, lot.id, counted))
  if (isRefusal(outcome)) return refusedWith(outcome, ask.typed)
  return redirectSaying(count?.page ?? page, 'stock.counting.done', { values: { code: lot.code } })
}

/** Also after a no: the lot may have changed while the form was open. */
export const shouldRevalidate = () => true

export default function Count() {
  return <CountForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
