import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { State } from '#app/ui/state.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Props = Pick<ClaimPage, 'claim' | 'side' | 'handover' | 'pickup'>

/** Where the claim stands, in one sentence, and the step that is yours. */
export function ClaimHead({ claim, side, handover, pickup }: Props) {
  const { t, format } = useT()
  const quantity = format.quantity(claim.qty_done || claim.qty || claim.qty_wanted, claim.unit)
  const turn =
    side === 'donor' ? claim.state === 'requested' : claim.state === 'offered' || handover?.state === 'recorded'
  const expires = claim.offer_expires_at ? format.dateTime(claim.offer_expires_at) : undefined
  const reason =
    claim.end_reason && isReason(claim.end_reason) ? t(`claims.reasons.${claim.end_reason}`) : claim.end_reason
  return (
    <div className="stack">
      <div className="row">
        <State state={claim.state} turn={turn} position={claim.position} day={pickup?.starts_at} />
      </div>
      <h1>{t(`claims.head.${side}.${claim.state}`, { quantity, name: claim.name })}</h1>
      {claim.state === 'offered' && expires ? (
        <p className="lead">{t(side === 'claimant' ? 'claims.answerBy' : 'claims.waitingFor', { when: expires })}</p>
      ) : null}
      {reason ? <p className="lead">{t('claims.because', { reason })}</p> : null}
      <Steps claim={claim} side={side} handover={handover} />
    </div>
  )
}

function Steps({ claim, side, handover }: Pick<Props, 'claim' | 'side' | 'handover'>) {
  const { t } = useT()
  const path = `/claims/${claim.id}`
  if (handover) {
    const isMine = side === 'claimant' && handover.state === 'recorded'
    return (
      <div className="row row--buttons">
        <ButtonLink kind={isMine ? 'next' : 'border'} to={`/handovers/${handover.id}`}>
          {t(isMine ? 'claims.handover.confirm' : 'claims.handover.see')}
        </ButtonLink>
      </div>
    )
  }
  if (!isOpen(claim.state))
    return <ButtonLink to={`/listings?material=${claim.material_key ?? ''}`}>{t('claims.alternatives')}</ButtonLink>
  return (
    <div className="row row--buttons">
      {side === 'claimant' ? <ClaimantSteps claim={claim} path={path} /> : <DonorSteps claim={claim} path={path} />}
    </div>
  )
}

type StepProps = { claim: Props['claim']; path: string }

function ClaimantSteps({ claim, path }: StepProps) {
  const { t, format } = useT()
  return (
    <>
      {claim.state === 'offered' ? (
        <Form method="post" action={`${path}/acceptance`}>
          <Button kind="next">
            {t('claims.acceptQuantity', { quantity: format.quantity(claim.qty, claim.unit) })}
          </Button>
        </Form>
      ) : null}
      <ButtonLink kind={claim.state === 'offered' ? 'border' : 'plain'} to={`${path}/cancellation`}>
        {t('claims.giveUp')}
      </ButtonLink>
    </>
  )
}

function DonorSteps({ claim, path }: StepProps) {
  const { t } = useT()
  if (claim.state === 'requested' || claim.state === 'waitlisted') {
    return (
      <>
        <ButtonLink kind="next" to={`${path}/offer`}>
          {t('claims.offer.action')}
        </ButtonLink>
        <ButtonLink to={`${path}/refusal`}>{t('claims.refusal.action')}</ButtonLink>
      </>
    )
  }
  return (
    <>
      {claim.state === 'scheduled' || claim.state === 'confirmed' ? (
        <ButtonLink kind={claim.state === 'scheduled' ? 'next' : 'border'} icon="scale" to={`${path}/handover`}>
          {t('claims.code.record')}
        </ButtonLink>
      ) : null}
      <ButtonLink kind="plain" to={`${path}/cancellation`}>
        {t('claims.giveUp')}
      </ButtonLink>
    </>
  )
}

function isOpen(state: Props['claim']['state']) {
  return ['requested', 'waitlisted', 'offered', 'confirmed', 'scheduled'].includes(state)
}

const reasons = [
  'needed-elsewhere',
  'too-late',
  'wrong-transport',
  'not-available',
  'changed-mind',
  'no-van',
  'other',
  'no-answer',
  'withdrawn',
  'expired',
  'done',
  'removed',
  'refused',
] as const
type Reason = (typeof reasons)[number]

function isReason(text: string): text is Reason {
  return reasons.some((reason) => reason === text)
}
