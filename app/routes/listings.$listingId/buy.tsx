import { Form } from '@remix-run/react'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Gauge } from '#app/ui/gauge.tsx'
import { Grade } from '#app/ui/grade.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Who } from '#app/ui/who.tsx'
import type { ListingPage } from './listing-page.server.ts'
import { OwnerSteps } from './owner-steps.tsx'
import { StaffSteps } from './staff-steps.tsx'

type Props = Pick<ListingPage, 'lot' | 'facts' | 'rule' | 'visitor'>

/** What it is, how much is left, and the step to take. */
export function Buy({ lot, facts, rule, visitor }: Props) {
  const { t } = useT()
  return (
    <div className="buy">
      <div className="sticky">
        <div className="row">
          <Tag mat={lot.hatch}>{lot.material_name}</Tag>
          {lot.code ? <span className="label">{t('listings.lot.code', { code: lot.code })}</span> : null}
        </div>
        <h1 className="break">{lot.title}</h1>
        <Figures lot={lot} />
        <div className="row">
          <Gauge urgency={lot.urgency} must_go_by={lot.must_go_by} />
        </div>
        {visitor.is_owner ? <OwnerSteps lot={lot} /> : null}
        {visitor.is_staff && !visitor.is_owner ? <StaffSteps lot={lot} /> : null}
        {visitor.is_owner ? null : <Asking lot={lot} facts={facts} rule={rule} visitor={visitor} />}
        <a
          className="touch"
          href={facts.organisation_id ? `/organisations/${facts.organisation_id}` : `/members/${facts.donor_id}`}
        >
          <Who kind={lot.who_kind} name={lot.who} area={lot.area} />
        </a>
      </div>
    </div>
  )
}

function Figures({ lot }: Pick<Props, 'lot'>) {
  const { t, format } = useT()
  const left = format.amount(lot.available, lot.unit)
  const mass = lot.weight && format.mass(lot.weight.typ, lot.weight.grade)
  return (
    <div className="row row--wide">
      <div>
        <p className="label">{t('listings.lot.left')}</p>
        <p className="figure figure--l">
          {left.value}
          <small>
            {left.unit} {t('listings.lot.leftOf', { total: format.amount(lot.total, lot.unit).value })}
          </small>
        </p>
      </div>
      {mass && lot.weight ? (
        <div>
          <p className="label">{t('listings.lot.weightOfAll')}</p>
          <p className="figure figure--l">
            {mass.value}
            <small>{mass.unit}</small> <Grade grade={lot.weight.grade} />
          </p>
        </div>
      ) : null}
    </div>
  )
}

function Asking({ lot, facts, rule, visitor }: Props) {
  const { t, locale, format } = useT()
  if (lot.gone) {
    return (
      <Banner icon="archive">
        <b>{t('listings.lot.gone')}</b> {t('listings.lot.goneText')}
        <p>
          <a href={`/listings?material=${lot.material_key.split('.')[0]}`}>{t('listings.lot.similar')}</a>
        </p>
      </Banner>
    )
  }
  if (visitor.claim_id)
    return (
      <ButtonLink kind="next" size="wide" to={`/claims/${visitor.claim_id}`}>
        {t('listings.lot.yourClaim')}
      </ButtonLink>
    )
  if (lot.state !== 'live')
    return <Banner>{t(lot.state === 'paused' ? 'listings.lot.paused' : 'listings.lot.inReview')}</Banner>
  return (
    <Form id="ask" action={`/listings/${lot.id}/claims/new`} className="sheet stack ask">
      <UnitField
        name="quantity"
        label={t('listings.lot.howMuch')}
        hint={
          facts.min_claim > 1
            ? t('claims.form.least', { quantity: format.quantity(facts.min_claim, lot.unit) })
            : undefined
        }
        unit={t(`units.symbols.${lot.unit}`)}
        whole={lot.unit === 'piece'}
        defaultValue={writeQuantity(Math.max(lot.available, facts.min_claim), lot.unit, locale)}
      />
      <Button kind="next" size="wide">
        {t('listings.lot.ask')}
      </Button>
      <p className="tiny soft">
        <b>{t('listings.lot.rule')}</b>{' '}
        {t(`allocation.short.${rule.now}`, { when: rule.closes_at ? format.dateTime(rule.closes_at) : '' })}{' '}
        {rule.asking > 0 ? t('listings.lot.asking', { count: rule.asking }) : t('listings.lot.askingNone')}{' '}
        <a href="#rule">{t('allocation.more')}</a>
      </p>
    </Form>
  )
}

export function mayAsk(lot: Props['lot'], visitor: Props['visitor']) {
  return !lot.gone && lot.state === 'live' && !visitor.is_owner && !visitor.claim_id
}
