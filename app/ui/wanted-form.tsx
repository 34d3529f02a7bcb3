import { Form, Link, useNavigation } from '@remix-run/react'
import type { Typed } from '#app/domain/listings/listing-draft.ts'
import type { Screening } from '#app/domain/listings/refuse-list.ts'
import { ActionBar } from './action-bar.tsx'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { RefusedMaterial } from './refused-material.tsx'
import { useAutosave } from './use-autosave.ts'
import { useT } from './use-t.tsx'
import { WantedFields } from './wanted-fields.tsx'
import './wanted-form.css'

export type WantedReply =
  | {
      errors?: Record<string, string>
      choices?: { materials: Choices; places: Choices }
      refused?: string
      screening?: Screening
      typed: Typed
    }
  | undefined
type Choices = { value: string; label: string }[]

type Props = {
  page: { fields: Typed; organisations: readonly { id: string; name: string }[]; saved_at: string | null }
  reply: WantedReply
  /** The post that is changed; absent for a new one. */
  wantedId?: string
}

/** Everything on one page. What is typed stays on this device until the server has it. */
export function WantedForm({ page, reply, wantedId }: Props) {
  const { t } = useT()
  const memory = 'rimessa:typed:wanted:'
  const { saving, form } = useAutosave({
    url: undefined,
    place: memory + (wantedId ?? 'new'),
    beginning: memory,
    saved_at: page.saved_at,
  })
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{t(wantedId ? 'wanted.form.editTitle' : 'wanted.form.title')}</h1>
        <p className="soft">{t('wanted.form.lead')}</p>
      </div>
      <Form method="post" className="stack stack--l wanted-form" noValidate {...form}>
        {reply?.refused ? (
          <Banner tone="fail" role="alert">
            {t(`wanted.refusals.${reply.refused as 'not-yours'}`)}
          </Banner>
        ) : null}
        <RefusedMaterial screening={reply?.screening ?? null} />
        <WantedFields
          typed={reply?.typed ?? page.fields}
          errors={reply?.errors ?? {}}
          choices={reply?.choices ?? { materials: [], places: [] }}
          organisations={wantedId ? [] : page.organisations}
        />
        <ActionBar note={saving.state === 'offline' ? t('wanted.form.offline') : undefined}>
          <span className="row">
            <Link
              className="btn btn--square"
              to={wantedId ? `/wanted/${wantedId}` : '/wanted'}
              aria-label={t('posting.back')}
            >
              <Icon name="arrow-left" />
            </Link>
            <Button kind="next" icon="check" busy={busy}>
              {t(wantedId ? 'wanted.form.save' : 'wanted.form.submit')}
            </Button>
          </span>
        </ActionBar>
      </Form>
    </div>
  )
}
