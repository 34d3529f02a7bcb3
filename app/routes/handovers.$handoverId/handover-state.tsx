import { Form, useNavigation } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HandoverPage } from './handover-page.server.ts'

/** Where it stands, in one sentence, and the step that is yours. */
export function HandoverState({ page }: { page: HandoverPage }) {
  const { t } = useT()
  if (page.handover.state === 'objected') return <Objected page={page} />
  if (page.may.answer) return <Question page={page} />
  if (page.handover.state === 'confirmed') {
    return (
      <Banner tone="done">
        <b>{t('handovers.page.confirmed')}</b>
      </Banner>
    )
  }
  return (
    <Banner icon="clock">
      <b>{t('handovers.page.waiting', { name: page.taker })}</b> {t('handovers.page.waitingLead')}
    </Banner>
  )
}

function Question({ page: { handover, giver } }: { page: HandoverPage }) {
  const { t } = useT()
  const busy = useNavigation().state !== 'idle'
  const path = `/handovers/${handover.id}`
  return (
    <section className="sheet stack">
      <div className="stack stack--s">
        <h2>{t('handovers.page.question')}</h2>
        <p>{t('handovers.page.questionLead', { name: giver })}</p>
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

function Objected({ page: { handover, claim, taker, may } }: { page: HandoverPage }) {
  const { t } = useT()
  return (
    <section className="stack">
      <Banner tone="fail">
        <b>{t('handovers.page.objected', { name: taker })}</b>
        <p>{handover.objection}</p>
      </Banner>
      <p>{may.record ? t('handovers.page.againLead', { name: taker }) : t('handovers.page.objectedMine')}</p>
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
