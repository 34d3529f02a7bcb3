import { AskPage } from '#app/ui/ask-page.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

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
  window: { from: string; to: string | null; earliest: string; latest: string | null }
  starts_at: string
  moving: boolean
  may_override: boolean
  reply: Reply
}

const durations = [30, 60, 90, 120, 180]

export function PickupForm({ claimId, window, starts_at, moving, may_override, reply }: Props) {
  const { t, format } = useT()
  const typed: Record<string, string> = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  const when = window.to
    ? t('pickups.between', { from: format.dateTime(window.from), to: format.dateTime(window.to) })
    : ''
  return (
    <AskPage
      title={t(moving ? 'pickups.moveTitle' : 'pickups.proposeTitle')}
      lead={t(moving ? 'pickups.moveLead' : 'pickups.proposeLead')}
      refusal={reply?.refused ? t(`pickups.refusals.${reply.refused}`) : undefined}
      submit={t('pickups.submit')}
      keep={{ to: `/claims/${claimId}`, label: t('claims.refusal.keep') }}
    >
      <TextField
        type="datetime-local"
        name="starts_at"
        label={t('pickups.startsAt')}
        hint={`${t('pickups.romanTime')} ${when}`}
        min={may_override ? undefined : window.earliest}
        max={may_override ? undefined : (window.latest ?? undefined)}
        required
        defaultValue={typed['starts_at'] ?? starts_at}
        error={errors['starts_at']}
      />
      <Select
        name="minutes"
        label={t('pickups.duration')}
        defaultValue={typed['minutes'] ?? '60'}
        error={errors['minutes']}
      >
        {durations.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('pickups.minutes', { count: minutes })}
          </option>
        ))}
      </Select>
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
