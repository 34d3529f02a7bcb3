import { Form } from '@remix-run/react'
import { isOpen } from '#app/domain/claims/claim.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { because } from '#app/ui/claim-event.ts'
import { State } from '#app/ui/state.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Props = Pick<ClaimPage, 'claim' | 'side' | 'handover' | 'pickup'>

/** Where the claim stands, in one sentence, and the step that is yours. */
export function ClaimHead({ claim, side, handover, pickup }: Props) {
  const { t, format } = useT()
  const quantity = format.quantity(claim.qty_done || claim.qty || claim.qty_wanted, claim.unit)
  const turn =
    side === 'donor'
      ? claim.state === 'requested' && claim.allocation_rule === 'donor_picks'
      : claim.state === 'offered'
  const expires = claim.offer_expires_at ? format.dateTime(claim.offer_expires_at) : undefined
  return (
    <div className="stack">
      <div className="row">
        <State
          state={claim.state}
          turn={turn || handover?.waits_for_me === true}
          position={claim.position}
          day={pickup?.starts_at}
        />
      </div>
      <h1>{t(`claims.head.${side}.${claim.state}`, { quantity, name: claim.name })}</h1>
      {claim.state === 'offered' && expires ? (
        <p className="lead">
          {t(side === 'claimant' ? 'claims.answerBy' : 'claims.waitingFor', { when: expires })} {t('allocation.clock')}
        </p>
      ) : null}
      {claim.state === 'offered' && claim.qty < claim.qty_wanted ? (
        <p>{t('allocation.part', { wanted: format.quantity(claim.qty_wanted, claim.unit) })}</p>
      ) : null}
      {claim.state === 'confirmed' && claim.schedule_by ? (
        <p className="lead">{t('allocation.scheduleBy', { when: format.dateTime(claim.schedule_by) })}</p>
      ) : null}
      {claim.end_reason ? <p className="lead">{because(t, claim.end_reason)}</p> : null}
      <Steps claim={claim} side={side} handover={handover} />
    </div>
  )
}

function Steps({ claim, side, handover }: Pick<Props, 'claim' | 'side' | 'handover'>) {
  const { t } = useT()
  const path = `/claims/${claim.id}`
  if (handover) {
    const isMine = handover.waits_for_me
    return (
      <div className="row row--buttons">
        <ButtonLink kind={isMine ? 'next' : 'border'} to={`/handovers/${handover.id}`}>
          {t(isMine ? 'claims.handover.confirm' : 'claims.handover.see')}
        </ButtonLink>
      </div>
    )
  }
  if (!isOpen(claim.state)) return null
  if (side === 'donor') return <DonorSteps claim={claim} path={path} />
  return claim.state === 'offered' ? <Answer claim={claim} path={path} /> : null
}

type StepProps = { claim: Props['claim']; path: string }

/** Yes or no to what was offered. */
function Answer({ claim, path }: StepProps) {
  const { t, format } = useT()
  return (
    <div className="row row--buttons">
      <Form method="post" action={`${path}/acceptance`}>
        <Submit kind="next">{t('claims.acceptQuantity', { quantity: format.quantity(claim.qty, claim.unit) })}</Submit>
      </Form>
      <ButtonLink to={`${path}/cancellation`}>{t('claims.giveUp')}</ButtonLink>
    </div>
  )
}

function DonorSteps({ claim, path }: StepProps) {
  const { t } = useT()
  const isAsked = claim.state === 'requested' || claim.state === 'waitlisted'
  const isMeeting = claim.state === 'scheduled' || claim.state === 'confirmed'
  if (!isAsked && !isMeeting) return null
  return (
    <div className="row row--buttons">
      {isAsked && claim.allocation_rule === 'donor_picks' ? (
        <ButtonLink kind="next" to={`${path}/offer`}>
          {t('claims.offer.action')}
        </ButtonLink>
      ) : null}
      {isAsked ? <ButtonLink to={`${path}/refusal`}>{t('claims.refusal.action')}</ButtonLink> : null}
      {isMeeting ? (
        <ButtonLink kind={claim.state === 'scheduled' ? 'next' : 'border'} icon="scale" to={`${path}/handover`}>
          {t('claims.code.record')}
        </ButtonLink>
      ) : null}
    </div>
  )
}
