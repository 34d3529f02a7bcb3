import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimFor } from '#app/domain/claims/claims.read.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { shortName } from '#app/domain/discovery/lot.ts'
import { readQuantity, units, writeQuantity } from '#app/domain/listings/quantity.ts'
import { numberMessage } from '#app/domain/listings/quantity-message.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await signedIn(request)
  const { row } = found(await claimFor(db, member, params['claimId'] ?? ''))
  return { claim: { ...row, name: row.organisation_name ?? shortName(row.claimant_name) } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, member } = await signedIn(request)
  const { row } = found(await claimFor(db, member, params['claimId'] ?? ''))
  const typed = String((await request.formData()).get('quantity') ?? '')
  const quantity = readQuantity(typed, row.unit)
  if (quantity.problem)
    return invalid(
      { quantity: numberMessage(quantity, units[row.unit].symbol, units[row.unit].decimals) },
      { quantity: typed },
    )

  const outcome = await write(db, (trx) => offerUnits(trx, act, row.id, quantity.value))
  if (isRefusal(outcome)) return refusedWith(outcome, { quantity: typed })
  return redirect(`/claims/${row.id}`)
}

export default function Offer() {
  const { t, locale, format } = useT()
  const { claim } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const typed: Record<string, string> = reply?.typed ?? {}
  const min = format.quantity(claim.qty_min, claim.unit)
  const max = format.quantity(claim.qty_wanted, claim.unit)
  return (
    <AskPage
      title={t('claims.offer.title', { name: claim.name })}
      lead={min === max ? t('claims.offer.leadWhole', { max }) : t('claims.offer.lead', { min, max })}
      refusal={reply && 'refused' in reply ? t(`claims.refusals.${reply.refused}`) : undefined}
      submit={t('claims.offer.submit')}
      keep={{ to: `/claims/${claim.id}`, label: t('claims.refusal.keep') }}
    >
      <UnitField
        name="quantity"
        label={t('claims.facts.held')}
        unit={t(`units.symbols.${claim.unit}`)}
        whole={claim.unit === 'piece'}
        defaultValue={typed['quantity'] ?? writeQuantity(claim.qty_wanted, claim.unit, locale)}
        error={reply && 'errors' in reply ? reply.errors['quantity'] : undefined}
      />
    </AskPage>
  )
}
