import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { offerFromStock } from '#app/domain/handovers/offer-from-stock.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { stockLotVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { OfferForm } from './offer-form.tsx'
import { readOffer } from './read-offer.server.ts'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot, page, locale } = await stockLotVisit(await signedIn(request), params)
  const { code, quantity, unit, title: what } = lot
  return {
    title: translator(locale).t('stock.offer.title', { code }),
    page,
    lot: { code, quantity, unit, title: what },
    written: writeQuantity(quantity, unit, locale),
    sent_key: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, lot } = await stockLotVisit(await signedIn(request), params)
  const ask = await readOffer(request, lot.unit)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => offerFromStock(trx, act, lot.id, ask.value))
  return isRefusal(outcome)
    ? refusedWith({ refused: outcome.refused }, ask.typed)
    : redirect(`/listings/${outcome.listing_id}`)
}

/** Also after a no: the lot may have changed while the form was open. */
export const shouldRevalidate = () => true

export default function Offer() {
  return <OfferForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
