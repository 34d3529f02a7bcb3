import { byRomanDay } from '#app/domain/instant.ts'
import { AskPage } from '#app/ui/ask-page.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Refusal = 'in-the-past' | 'too-far-ahead' | 'no-such-slot' | 'slot-taken' | 'already-booked'
type Props = {
  title: string
  hub: { slug: string; name: string }
  at: string | null
  free: readonly { starts_at: string }[]
  reply: { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined
}

/** The chosen time, or all that are free, and what is brought. */
export function BookingForm({ title, hub, at, free, reply }: Props) {
  const { t, format } = useT()
  const chosen = at !== null && !reply?.refused ? at : undefined
  return (
    <AskPage
      title={title}
      lead={chosen ? format.dateTime(chosen) : t(free.length > 0 ? 'slots.bring.lead' : 'slots.bring.none')}
      refusal={reply?.refused ? t(`slots.refusals.${reply.refused}`) : undefined}
      submit={t('slots.book.submit')}
      keep={{ to: `/hubs/${hub.slug}#bring`, label: t('slots.book.keep') }}
    >
      {chosen ? (
        <input type="hidden" name="starts_at" value={chosen} />
      ) : (
        <Times free={free} error={reply?.errors?.['starts_at']} />
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

function Times({ free, error }: Pick<Props, 'free'> & { error: string | undefined }) {
  const { format } = useT()
  return byRomanDay(free).map(([day, slots], at) => (
    <Choices
      key={day}
      name="starts_at"
      columns="many"
      legend={format.wholeDay(day)}
      error={at === 0 ? error : undefined}
      choices={slots.map(({ starts_at }) => ({ value: starts_at, label: format.time(starts_at) }))}
    />
  ))
}
