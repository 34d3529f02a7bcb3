import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { DraftView } from '#app/domain/listings/draft-view.server.ts'
import { type DraftStep, draftSteps, type Typed } from '#app/domain/listings/listing-draft.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { pageOf } from '#app/ui/posting-pages.ts'
import { SeekersHint } from '#app/ui/seekers-hint.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { useAutosave } from '#app/ui/use-autosave.ts'
import { useT } from '#app/ui/use-t.tsx'
import type { Reply } from './route.tsx'
import { SaveNote } from './save-note.tsx'
import type { StepPage } from './step-page.server.ts'
import './edit.css'

type Saved = {
  errors: Record<string, string>
  choices: { value: string; label: string }[]
  view: DraftView
  seekers: number
  saved_at: string
}

/** What the boxes of a page show: fields as typed, what is wrong with them, and what was understood. */
export type Boxes = {
  typed: Typed
  errors: Record<string, string>
  choices: { value: string; label: string }[]
  view: DraftView
  touch: () => void
}

type Props = {
  page: StepPage
  reply: Reply
  before?: ReactNode
  after?: ReactNode
  children: (boxes: Boxes) => ReactNode
}

/** One page of the form: where you are, its boxes, what is saved, and the next step under the thumb. */
export function DraftForm({ page, reply, before, after, children }: Props) {
  const { t } = useT()
  const { view, step } = page
  const memory = `rimessa:typed:${view.id}:`
  const { saving, touch, form } = useAutosave<Saved>({
    url: view.is_draft ? `/listings/${view.id}/draft?step=${step}` : undefined,
    place: memory + step,
    beginning: memory,
    saved_at: view.is_draft ? null : view.saved_at,
  })
  const busy = useNavigation().state === 'submitting'
  // What was said last: of what is being typed, or of the form that was sent.
  const said = saving.isOlder ? reply : (saving.reply ?? reply)
  const refused = (saving.isOlder ? undefined : saving.refused) ?? (said === reply ? reply?.refused : undefined)
  const boxes = {
    typed: reply?.typed ?? page.fields,
    errors: said?.errors ?? {},
    choices: said?.choices ?? [],
    view: saving.reply?.view ?? view,
    touch,
  }
  return (
    <div className="page page--narrow page--top stack stack--l posting">
      <Steps names={draftSteps.map((each) => t(`posting.steps.${each}`))} at={draftSteps.indexOf(step)} />
      <div className="stack stack--s">
        <h1>{t(`posting.${step}.title`)}</h1>
        <p className="soft">{t(`posting.${step}.lead`)}</p>
      </div>
      {before}
      <Form method="post" action={pageOf(view.id, step)} className="stack stack--l" noValidate {...form}>
        {refused ? (
          <Banner tone="fail" role="alert">
            {t(`posting.refusals.${refused as 'not-yours'}`)}
          </Banner>
        ) : null}
        {children(boxes)}
        <SeekersHint count={saving.reply?.seekers ?? page.seekers} />
        <ActionBar note={<SaveNote saving={saving} saved_at={view.saved_at} is_draft={view.is_draft} />}>
          <span className="row">
            <Back step={step} listingId={view.id} />
            <Button kind="next" busy={busy}>
              {t(view.is_draft ? 'posting.next' : 'posting.save')}
              {busy ? null : <Icon name="arrow-right" />}
            </Button>
          </span>
        </ActionBar>
      </Form>
      {after}
    </div>
  )
}

function Back({ step, listingId }: { step: DraftStep; listingId: string }) {
  const { t } = useT()
  const before = draftSteps[draftSteps.indexOf(step) - 1]
  if (!before) return null
  return (
    <Link className="btn btn--square" to={pageOf(listingId, before)} aria-label={t('posting.back')}>
      <Icon name="arrow-left" />
    </Link>
  )
}
