import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Refusal = 'in-the-past' | 'too-far-ahead' | 'no-such-slot' | 'slot-taken' | 'already-booked'
type Props = {
  title: string
  hub: { slug: string; name: string }
  at: string | null
  free: readonly string[]
  reply: { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined
}

/** The chosen time, or all that are free, and what is brought. */
export function BookingForm({ title, hub, at, free, reply }: Props) {
  const { t, format } = useT()
  const chosen = at !== null && !reply?.refused ? at : undefined
  return (
    <AskPage
      title={title}
      lead={chosen ? format.dateTime(chosen) : undefined}
      refusal={reply?.refused ? t(`slots.refusals.${reply.refused}`) : undefined}
      submit={t('slots.book.submit')}
      keep={{ to: `/hubs/${hub.slug}#bring`, label: t('slots.book.keep') }}
    >
      {chosen ? (
        <input type="hidden" name="starts_at" value={chosen} />
      ) : (
        <Choices
          name="starts_at"
          legend={free.length > 0 ? t('slots.booking.when') : t('slots.bring.none')}
          error={reply?.errors?.['starts_at']}
          choices={free.slice(0, 24).map((value) => ({ value, label: format.dateTime(value) }))}
        />
      )}
      <TextArea
        name="note"
        rows={2}
        label={t('slots.book.note')}
        hint={t('slots.book.noteHint')}
        optional
        defaultValue={reply?.typed['note'] ?? ''}
        error={reply?.errors?.['note']}
      />
    </AskPage>
  )
}
