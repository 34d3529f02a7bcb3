import { Form, Link, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import type { Holder } from '#app/domain/claims/handover-proof.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { CodeField } from '#app/ui/code-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { ProofPhoto } from './proof-photo.tsx'
import type { Refusal } from './refusal.ts'
import { type Earlier, Refused } from './refused.tsx'
import { typedQuantity } from './typed-quantity.ts'
import { type LotWeight, WeighSheet } from './weigh-sheet.tsx'
import './handover-form.css'

type Reply =
  | {
      errors?: Record<string, string>
      refused?: Refusal
      earlier?: Earlier | undefined
      typed: Record<string, string>
    }
  | undefined

type Props = {
  claim: { id: string; title: string; unit: Unit; qty: number; quantity: string }
  meeting: {
    pickup: { starts_at: string; area: string } | undefined
    side: Holder
    /** Who holds the code if there is one, or is not there. */
    other: string
    has_code: boolean
  }
  weight: LotWeight | undefined
  code: string
  idempotency_key: string
  reply: Reply
}

const conditions = ['as_described', 'worse', 'damaged'] as const

/** In the yard: the other's code, how much, how heavy, in what state. Nothing typed is lost by an error. */
export function HandoverForm({ claim, meeting, weight, code, idempotency_key, reply }: Props) {
  const { t } = useT()
  const { side, other, has_code } = meeting
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const [key] = useState(typed['idempotency_key'] ?? idempotency_key)
  const [quantity, setQuantity] = useState(typed['quantity'] ?? claim.quantity)
  const [grams, setGrams] = useState<number | undefined>()
  return (
    <Form method="post" encType="multipart/form-data" className="page page--top stack handover" noValidate>
      <Head claim={claim} meeting={meeting} />
      {reply?.refused ? <Refused refused={reply.refused} earlier={reply.earlier} unit={claim.unit} /> : null}
      <input type="hidden" name="idempotency_key" value={key} />
      <div className="stack">
        {has_code ? (
          <CodeField
            claimId={claim.id}
            holder={side === 'giver' ? 'taker' : 'giver'}
            typed={typed['code'] ?? code}
            error={errors['code']}
          />
        ) : null}
        <ProofPhoto
          side={side}
          has_code={has_code}
          other={other}
          error={errors['proof_photo'] ?? (has_code ? undefined : errors['code'])}
        />
        <Quantity claim={claim} side={side} typed={quantity} onType={setQuantity} error={errors['quantity']} />
        <Choices
          name="condition"
          legend={t('handovers.entry.condition')}
          columns="one"
          chosen={typed['condition'] ?? 'as_described'}
          choices={conditions.map((each) => ({ value: each, label: t(`handovers.entry.conditions.${each}`) }))}
          error={errors['condition']}
        />
        <TextArea
          name="note"
          rows={2}
          label={t('handovers.entry.note')}
          optional
          defaultValue={typed['note'] ?? ''}
          error={errors['note']}
        />
      </div>
      <WeighSheet
        lot={weight}
        quantity={typedQuantity(quantity, claim.unit)}
        typed={typed}
        errors={errors}
        onGrams={setGrams}
      />
      <Submit grams={grams} other={other} claimId={claim.id} mistakes={Object.keys(errors).length} />
    </Form>
  )
}

function Head({ claim, meeting: { pickup, side, other } }: Pick<Props, 'claim' | 'meeting'>) {
  const { t, format } = useT()
  const when = pickup
    ? `${t('handovers.entry.pickup', { when: format.dateTime(pickup.starts_at) })}, ${pickup.area}. `
    : ''
  return (
    <div className="stack stack--s whole">
      <p className="label">
        {when}
        {t(side === 'giver' ? 'handovers.entry.to' : 'handovers.entry.from', { name: other })}
      </p>
      <h1>{t('handovers.entry.title', { quantity: format.quantity(claim.qty, claim.unit) })}</h1>
      <p className="lead">{claim.title}</p>
    </div>
  )
}

type QuantityProps = {
  claim: Props['claim']
  side: Holder
  typed: string
  onType: (typed: string) => void
  error: string | undefined
}

function Quantity({ claim, side, typed, onType, error }: QuantityProps) {
  const { t, format } = useT()
  return (
    <UnitField
      name="quantity"
      label={t(side === 'giver' ? 'handovers.entry.quantity' : 'handovers.entry.quantityTaken')}
      hint={t('handovers.entry.quantityHint', { quantity: format.quantity(claim.qty, claim.unit) })}
      unit={t(`units.symbols.${claim.unit}`)}
      whole={claim.unit === 'piece'}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
      error={error}
      required
    />
  )
}

type SubmitProps = { grams: number | undefined; other: string; claimId: string; mistakes: number }

function Submit({ grams, other, claimId, mistakes }: SubmitProps) {
  const { t, format } = useT()
  const busy = useNavigation().state !== 'idle'
  const label = grams
    ? t('handovers.entry.submitWeight', { kilograms: format.kilograms(grams) })
    : t('handovers.entry.submit')
  return (
    <>
      <p className="tiny soft whole">
        {t('handovers.entry.afterwards', { name: other })}{' '}
        <Link to={`/claims/${claimId}`}>{t('handovers.entry.back')}</Link>
      </p>
      <ActionBar note={mistakes > 0 && !busy ? t('errors.summary', { count: mistakes }) : null}>
        <Button kind="next" size="wide" busy={busy}>
          {busy ? t('parts.saving') : label}
        </Button>
      </ActionBar>
    </>
  )
}
