import type { Availability } from '#app/domain/pickups/availability.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { PossibleTimes } from './possible-times.tsx'
import { WhenFields, type Window } from './when-fields.tsx'

type Refusal =
  | 'ends-before-start'
  | 'in-the-past'
  | 'before-available'
  | 'after-deadline'
  | 'not-confirmed'
  | 'not-yours'
  | 'no-such-claim'
type Reply = { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined

type Props = {
  claimId: string
  window: Window
  availability: Availability
  starts: readonly string[]
  starts_at: string
  moving: boolean
  may_override: boolean
  reply: Reply
}

export function PickupForm({ claimId, starts, starts_at, moving, may_override, reply, ...given }: Props) {
  const { t } = useT()
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const when = typed['starts_at'] ?? starts_at
  return (
    <AskPage
      title={t(moving ? 'pickups.moveTitle' : 'pickups.proposeTitle')}
      lead={t(moving ? 'pickups.moveLead' : 'pickups.proposeLead')}
      refusal={reply?.refused ? t(`pickups.refusals.${reply.refused}`) : undefined}
      submit={t('pickups.submit')}
      keep={{ to: `/claims/${claimId}`, label: t('claims.refusal.keep') }}
    >
      <PossibleTimes starts={starts} chosen={when} />
      <WhenFields
        key={when}
        {...given}
        may_override={may_override}
        typed={{ starts_at: when, minutes: typed['minutes'] ?? '60' }}
        errors={errors}
      />
      <TextArea
        name="note"
        rows={2}
        label={t('pickups.note')}
        hint={t('pickups.noteHint')}
        optional
        defaultValue={typed['note'] ?? ''}
        error={errors['note']}
      />
      {may_override ? (
        <TextField
          name="override_reason"
          label={t('pickups.override')}
          hint={t('pickups.overrideHint')}
          optional
          defaultValue={typed['override_reason'] ?? ''}
          error={errors['override_reason']}
        />
      ) : null}
    </AskPage>
  )
}
