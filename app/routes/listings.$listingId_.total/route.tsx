import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { readQuantity, units, writeQuantity } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import { changeTotal } from '#app/domain/listings/revise-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const lot = found(await ownListing(db, member, params['listingId'] ?? ''))
  if (lot.state !== 'live' && lot.state !== 'paused') throw redirect(`/listings/${lot.id}`)
  const { id, unit, total, held, collected, written_off } = lot
  return { id, unit, total, promised: held + collected + written_off }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, member } = await signedIn(request)
  const lot = found(await ownListing(db, member, params['listingId'] ?? ''))
  const total = String((await request.formData()).get('total') ?? '')
  const read = readQuantity(total, lot.unit)
  const { symbol, decimals } = units[lot.unit]
  if (read.problem) return invalid({ total: numberMessage(read, symbol, decimals) }, { total })

  const outcome = await write(db, (trx) => changeTotal(trx, act, lot.id, read.value))
  if (isRefusal(outcome)) return refusedWith(outcome, { total })
  return redirectSaying(`/listings/${lot.id}/claims`, 'allocation.total.done')
}

/** Also after a no: what is promised may have grown while the page was open. */
export const shouldRevalidate = () => true

export default function Total() {
  const { t, locale, format } = useT()
  const { id, unit, total, promised } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refusal =
    reply && 'promised' in reply
      ? t('posting.errors.below-held', { quantity: format.quantity(reply.promised, unit) })
      : reply && 'refused' in reply && t(`posting.refusals.${reply.refused}`)
  return (
    <AskPage
      title={t('allocation.total.title')}
      lead={t('allocation.total.lead', {
        total: format.quantity(total, unit),
        promised: format.quantity(promised, unit),
      })}
      refusal={refusal || undefined}
      submit={t('allocation.total.submit')}
      keep={{ to: `/listings/${id}/claims`, label: t('claims.cancellation.keep') }}
    >
      <UnitField
        name="total"
        label={t('allocation.total.label')}
        unit={t(`units.symbols.${unit}`)}
        whole={unit === 'piece'}
        defaultValue={
          (reply?.typed as Record<string, string> | undefined)?.['total'] ?? writeQuantity(total, unit, locale)
        }
        error={reply && 'errors' in reply ? reply.errors['total'] : undefined}
      />
    </AskPage>
  )
}
