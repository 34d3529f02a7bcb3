import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mergeStock } from '#app/domain/handovers/merge-stock.server.ts'
import { lotsLike } from '#app/domain/hubs/stock.read.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { stockLotVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { MergeForm } from './merge-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, lot, page, locale } = await stockLotVisit(await signedIn(request), params)
  const title = translator(locale).t('stock.merge.title', { code: lot.code })
  const others = (await lotsLike(db, lot)).map(({ id, code, title: what, quantity, unit, grams, grade }) => ({
    id,
    code,
    title: what,
    quantity,
    unit,
    grams,
    grade,
  }))
  return { title, page, others, sent_key: newId() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, lot, page } = await stockLotVisit(await signedIn(request), params)
  const typed = typedFields(await request.formData())
  const from = typed['from'] ?? ''
  if (from === '') return invalid({ from: 'errors.choose' }, typed)
  const outcome = await write(db, (trx) => mergeStock(trx, act, lot.id, { from, key: typed['key'] ?? '' }))
  if (isRefusal(outcome)) return refusedWith(outcome, typed)
  return redirectSaying(page, 'stock.merge.done', { values: { code: lot.code } })
}

/** Also after a no: the lots may have changed while the form was open. */
export const shouldRevalidate = () => true

export default function Merge() {
  return <MergeForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
