import { Form, Link, useNavigation } from '@remix-run/react'
import type { LotOnCard } from '#app/domain/discovery/lot.ts'
import type { AllocationRule } from '#app/domain/listings/listing.ts'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Refusal =
  | 'listing-closed'
  | 'email-not-verified'
  | 'own-listing'
  | 'not-enough-left'
  | 'below-minimum'
  | 'already-asked'
  | 'not-yours'
type Reply = { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined

type Props = {
  lot: LotOnCard & { min_claim: number; rule: AllocationRule }
  organisations: readonly { id: string; name: string }[]
  wanted: string
  reply: Reply
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const transports = ['on_foot', 'bike', 'car', 'van', 'truck', 'needs_delivery'] as const

export function ClaimForm({ lot, organisations, wanted, reply }: Props) {
  const { t } = useT()
  const busy = useNavigation().state === 'submitting'
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  return (
    <div className="page page--top">
      <div className="aside">
        <Form method="post" className="stack stack--l" noValidate>
          <div className="stack stack--s">
            <h1>{t('claims.form.title')}</h1>
            <p className="soft">{t('claims.form.lead')}</p>
          </div>
          {reply?.refused ? (
            <Banner tone="fail" role="alert">
              {t(`claims.refusals.${reply.refused}`)}
            </Banner>
          ) : null}
          <Quantities lot={lot} wanted={typed['wanted'] ?? wanted} least={typed['least'] ?? ''} errors={errors} />
          <Choices
            name="days"
            legend={t('claims.form.days')}
            several
            chosen={(typed['days'] ?? '').split(',')}
            choices={days.map((day) => ({ value: day, label: t(`claims.weekdays.${day}`) }))}
          />
          <Choices
            name="transport"
            legend={t('claims.form.transport')}
            chosen={typed['transport']}
            error={errors['transport']}
            choices={transports.map((each) => ({ value: each, label: t(`claims.form.transports.${each}`) }))}
          />
          <TextArea
            name="purpose"
            rows={2}
            label={t('claims.form.purpose')}
            hint={t('claims.form.purposeHint')}
            defaultValue={typed['purpose'] ?? ''}
            error={errors['purpose']}
          />
          <Behalf organisations={organisations} chosen={typed['behalf'] ?? ''} />
          <p className="tiny soft">{t(`claims.form.rule.${lot.rule}`)}</p>
          <div className="row row--buttons">
            <Button kind="next" busy={busy}>
              {t('claims.form.submit')}
            </Button>
            <Link className="btn btn--plain" to={`/listings/${lot.id}`}>
              {t('claims.cancellation.keep')}
            </Link>
          </div>
        </Form>
        <div className="sticky">
          <LotCard lot={lot} heading="h2" />
        </div>
      </div>
    </div>
  )
}

type QuantityProps = { lot: Props['lot']; wanted: string; least: string; errors: Record<string, string> }

function Quantities({ lot, wanted, least, errors }: QuantityProps) {
  const { t, locale, format } = useT()
  const unit = t(`units.symbols.${lot.unit}`)
  const most = writeQuantity(Math.max(lot.available, lot.min_claim), lot.unit, locale)
  const atLeast =
    lot.min_claim > 1 ? ` ${t('claims.form.least', { quantity: format.quantity(lot.min_claim, lot.unit) })}` : ''
  return (
    <>
      <UnitField
        name="wanted"
        label={t('claims.form.wanted')}
        hint={t('claims.form.left', { quantity: format.quantity(lot.available, lot.unit) }) + atLeast}
        unit={unit}
        whole={lot.unit === 'piece'}
        defaultValue={wanted || most}
        error={errors['wanted']}
        required
      />
      <UnitField
        name="least"
        label={t('claims.form.minimum')}
        hint={t('claims.form.minimumHint')}
        unit={unit}
        whole={lot.unit === 'piece'}
        optional
        defaultValue={least}
        error={errors['least']}
      />
    </>
  )
}

function Behalf({ organisations, chosen }: { organisations: Props['organisations']; chosen: string }) {
  const { t } = useT()
  if (organisations.length === 0) return null
  const choices = [
    { value: '', label: t('claims.form.myself') },
    ...organisations.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return <Choices name="behalf" legend={t('claims.form.behalf')} choices={choices} chosen={chosen} />
}
