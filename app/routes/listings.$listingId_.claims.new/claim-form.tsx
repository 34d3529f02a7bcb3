import { Form, Link } from '@remix-run/react'
import { Alternatives } from '#app/ui/alternatives.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Behalf, Quantities } from './ask-fields.tsx'
import { AskNext } from './ask-next.tsx'
import type { AskPage } from './ask-page.server.ts'
import './claim-form.css'

type Refusal =
  | 'listing-closed'
  | 'listing-paused'
  | 'rule-changed'
  | 'lot-changed'
  | 'email-not-verified'
  | 'own-listing'
  | 'not-enough-left'
  | 'below-minimum'
  | 'already-asked'
  | 'not-yours'
export type Reply = { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined

type Props = { page: AskPage & { wanted: string }; reply: Reply }

export function ClaimForm({ page, reply }: Props) {
  const { t } = useT()
  const { lot, alternatives } = page
  const refused = reply?.refused ?? page.shut
  return (
    <div className="page page--top">
      <div className="aside">
        <div className="stack stack--l">
          <div className="stack stack--s">
            <h1>{t('claims.form.title')}</h1>
            <p className="soft">{t('claims.form.lead')}</p>
          </div>
          {refused ? (
            <Banner tone="fail" role="alert">
              {t(`claims.refusals.${refused}`)}
            </Banner>
          ) : null}
          <Alternatives lots={alternatives} />
          {page.shut && !reply ? null : <Fields page={page} reply={reply} />}
        </div>
        <div className="sticky">
          <LotCard lot={lot} heading="h2" />
        </div>
      </div>
    </div>
  )
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const transports = ['on_foot', 'bike', 'car', 'van', 'truck', 'needs_delivery'] as const

function Fields({ page, reply }: Props) {
  const { t } = useT()
  const { lot, rule } = page
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  return (
    <Form method="post" className="stack stack--l" noValidate>
      <input type="hidden" name="seen_rule" value={page.seen.rule} />
      <input type="hidden" name="seen_revised_at" value={page.seen.revised_at} />
      <Quantities lot={lot} typed={{ wanted: page.wanted, ...typed }} errors={errors} />
      <div className="weekdays">
        <Choices
          name="days"
          legend={t('claims.form.days')}
          several
          chosen={(typed['days'] ?? '').split(',')}
          choices={days.map((day) => ({ value: day, label: t(`claims.weekdays.${day}`) }))}
        />
      </div>
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
      <Behalf parties={page.parties} chosen={typed['behalf'] ?? ''} />
      {rule.now === 'window_open' ? (
        <TextField
          name="draw_word"
          label={t('claims.form.word')}
          hint={t('claims.form.wordHint')}
          maxLength={40}
          autoComplete="off"
          defaultValue={typed['draw_word'] ?? page.word}
          error={errors['draw_word']}
        />
      ) : null}
      <AskNext rule={rule} />
      <div className="row row--buttons">
        <Submit kind="next">{t('claims.form.submit')}</Submit>
        <Link className="btn btn--plain" to={`/listings/${lot.id}`}>
          {t('claims.form.back')}
        </Link>
      </div>
    </Form>
  )
}
