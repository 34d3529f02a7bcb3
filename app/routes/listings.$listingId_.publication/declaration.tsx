import { Form, Link, useNavigation } from '@remix-run/react'
import { draftSteps } from '#app/domain/listings/listing-draft.ts'
import type { Screening } from '#app/domain/listings/refuse-list.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, Choices } from '#app/ui/choices.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { pageOf } from '#app/ui/posting-pages.ts'
import { RefusedMaterial } from '#app/ui/refused-material.tsx'
import { SeekersHint } from '#app/ui/seekers-hint.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { AsOthersSeeIt } from './as-others-see-it.tsx'
import { Behalf } from './behalf.tsx'
import { Lacking } from './lacking.tsx'
import type { Preview } from './preview.server.ts'

type Typed = Record<string, string>
type Reply = { errors?: Typed; refused?: string; screening?: Screening; typed: Typed } | undefined

/** The last page: the lot as others will see it, and what its donor declares. */
export function Declaration({ page, reply }: { page: Preview; reply: Reply }) {
  const { t } = useT()
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page page--narrow page--top stack stack--l">
      <Steps names={draftSteps.map((each) => t(`posting.steps.${each}`))} at={draftSteps.indexOf('confirm')} />
      <div className="stack stack--s">
        <h1>{t('posting.confirm.title')}</h1>
        <p className="soft">{t('posting.confirm.lead')}</p>
      </div>
      <Refusal reply={reply} />
      <Lacking page={page} />
      <AsOthersSeeIt page={page} />
      <SeekersHint count={page.seekers} />
      <RefusedMaterial screening={page.view.screening} />
      <Form method="post" className="stack stack--l" noValidate>
        <Behalf organisations={page.organisations} typed={reply?.typed ?? {}} error={reply?.errors?.['origin']} />
        <Assurance typed={reply?.typed ?? {}} errors={reply?.errors ?? {}} isStructural={page.view.is_structural} />
        {page.looks.map((reason) => (
          <Banner key={reason} icon="eye">
            {reason === 'new-donor' ? t('posting.confirm.look') : t(`refused.review.${reason}`)}
          </Banner>
        ))}
        <ActionBar>
          <Link className="btn btn--square" to={pageOf(page.view.id, 'pickup')} aria-label={t('posting.back')}>
            <Icon name="arrow-left" />
          </Link>
          <Button kind="next" busy={busy} icon="check">
            {t('posting.confirm.publish')}
          </Button>
        </ActionBar>
      </Form>
    </div>
  )
}

function Refusal({ reply }: { reply: Reply }) {
  const { t } = useT()
  if (!reply?.refused) return null
  if (reply.refused !== 'already-waste') {
    return (
      <Banner tone="fail" role="alert">
        {t(`posting.refusals.${reply.refused as 'not-yours'}`)}
      </Banner>
    )
  }
  return (
    <Banner tone="fail" role="alert">
      <b>{t('posting.waste.title')}.</b> {t('posting.waste.why')} {t('posting.waste.instead')}{' '}
      {t('posting.waste.another')}
    </Banner>
  )
}

function Assurance({ typed, errors, isStructural }: { typed: Typed; errors: Typed; isStructural: boolean }) {
  const { t } = useT()
  return (
    <>
      <Choices
        name="given_as"
        legend={t('posting.confirm.waste')}
        chosen={typed['given_as'] ?? 'use'}
        error={errors['given_as']}
        choices={(['use', 'waste'] as const).map((value) => ({
          value,
          label: t(`posting.confirm.givenAs.${value}`),
          note: t(`posting.confirm.givenNotes.${value}`),
        }))}
      />
      <Check
        name="declared"
        label={t('posting.confirm.declare')}
        note={t('posting.confirm.declaration')}
        checked={typed['declared'] === '1'}
        error={errors['declared']}
      />
      {isStructural ? (
        <p className="soft">
          {t('posting.confirm.structural')} «{t('refused.notices.structural')}»
        </p>
      ) : null}
    </>
  )
}
