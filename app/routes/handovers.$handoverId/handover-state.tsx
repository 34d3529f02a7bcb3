import { Form, useNavigation } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HandoverPage } from './handover-page.server.ts'

/** Where it stands, in one sentence, and the step that is yours. */
export function HandoverState({ page }: { page: HandoverPage }) {
  const { t, format } = useT()
  if (page.handover.state === 'objected') return <Objected page={page} />
  if (page.may.answer) return <Question page={page} />
  if (page.handover.state === 'confirmed') {
    return (
      <Banner tone="done">
        <b>{t(page.handover.silent_side ? 'handovers.page.settled' : 'handovers.page.confirmed')}</b>
      </Banner>
    )
  }
  const { object_by } = page.handover
  return (
    <Banner icon="clock">
      <b>{t('handovers.page.waiting', { name: answering(page) })}</b> {t('handovers.page.waitingLead')}{' '}
      {object_by ? t('handovers.page.waitingUntil', { when: format.dateTime(object_by) }) : null}
    </Banner>
  )
}

function Question({ page }: { page: HandoverPage }) {
  const { t, format } = useT()
  const { handover } = page
  const recorder = handover.recorded_side === 'giver' ? page.giver : page.taker
  const busy = useNavigation().state !== 'idle'
  const path = `/handovers/${handover.id}`
  return (
    <section className="sheet stack">
      <div className="stack stack--s">
        <h2>{t('handovers.page.question')}</h2>
        <p>{t('handovers.page.questionLead', { name: recorder })}</p>
        {handover.object_by ? (
          <p>
            <b>{t('handovers.page.questionUntil', { when: format.dateTime(handover.object_by) })}</b>
          </p>
        ) : null}
      </div>
      <Form method="post" action={`${path}/confirmation`} className="row row--buttons">
        <Button kind="next" icon="check" busy={busy}>
          {t('handovers.page.confirm')}
        </Button>
        <ButtonLink kind="plain" to={`${path}/objection`}>
          {t('handovers.page.object')}
        </ButtonLink>
      </Form>
    </section>
  )
}

function Objected({ page }: { page: HandoverPage }) {
  const { t } = useT()
  const { handover, claim, may } = page
  const name = answering(page)
  return (
    <section className="stack">
      <Banner tone="fail">
        <b>{t('handovers.page.objected', { name })}</b>
        <p>{handover.objection}</p>
      </Banner>
      <p>{may.record ? t('handovers.page.againLead', { name }) : t('handovers.page.objectedMine')}</p>
      {may.record ? (
        <div className="row row--buttons">
          <ButtonLink kind="next" icon="scale" to={`/claims/${claim.id}/handover`}>
            {t('handovers.page.again')}
          </ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

/** Who did not write it down, and so has the last word. */
function answering({ handover, giver, taker }: HandoverPage) {
  return handover.recorded_side === 'giver' ? taker : giver
}
