import { Form } from '@remix-run/react'
import { weekdays } from '#app/domain/places/opening.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Refusal = 'not-yours' | 'in-the-past' | 'outside-hours' | 'overlaps'
type Props = {
  today: string
  reply: { errors?: Record<string, string>; refused?: Refusal; typed: Record<string, string> } | undefined
}
type Boxes = { typed: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> }

/** «Ogni martedì 9–12, 4 posti, ogni 30 minuti», or one day alone. */
export function SlotsForm({ today, reply }: Props) {
  const { t } = useT()
  const boxes: Boxes = { typed: reply?.typed ?? {}, errors: reply?.errors ?? {} }
  return (
    <section className="stack">
      <Title>{t('slots.room.new')}</Title>
      {reply?.refused ? (
        <Banner tone="fail" role="alert">
          {t(`slots.refusals.${reply.refused}`)}
        </Banner>
      ) : null}
      <Form method="post" className="stack">
        <Choices
          name="kind"
          legend={t('slots.room.kind')}
          chosen={boxes.typed['kind'] ?? 'drop_off'}
          error={boxes.errors['kind']}
          choices={(['drop_off', 'pickup'] as const).map((value) => ({ value, label: t(`slots.kinds.${value}`) }))}
        />
        <When today={today} {...boxes} />
        <HowMany {...boxes} />
        <div className="row row--buttons">
          <Submit kind="next">{t('slots.room.submit')}</Submit>
        </div>
      </Form>
    </section>
  )
}

function When({ today, typed, errors }: Boxes & { today: string }) {
  const { t, locale } = useT()
  const named = (day: string) => (locale === 'it' ? day.toLowerCase() : day)
  return (
    <>
      <div className="stack">
        <Select name="when" label={t('slots.room.when')} defaultValue={typed['when'] ?? 'tue'} error={errors['when']}>
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {t('slots.room.every', { day: named(t(`hubRooms.days.${day}`)) })}
            </option>
          ))}
          <option value="once">{t('slots.room.once')}</option>
        </Select>
        <TextField
          type="date"
          name="day"
          label={t('slots.room.day')}
          hint={t('slots.room.dayHint')}
          min={today}
          defaultValue={typed['day']}
          error={errors['day']}
        />
      </div>
      <TextField
        name="hours"
        label={t('slots.room.hours')}
        hint={t('slots.room.hoursHint')}
        required
        autoComplete="off"
        defaultValue={typed['hours']}
        error={errors['hours']}
      />
    </>
  )
}

const lengths = [15, 20, 30, 45, 60, 90, 120, 180, 240]

function HowMany({ typed, errors }: Boxes) {
  const { t } = useT()
  return (
    <div className="stack">
      <Select
        name="every_minutes"
        label={t('slots.room.length')}
        defaultValue={typed['every_minutes'] ?? '30'}
        error={errors['every_minutes']}
      >
        {lengths.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('slots.room.minutes', { count: minutes })}
          </option>
        ))}
      </Select>
      <TextField
        name="capacity"
        inputMode="numeric"
        label={t('slots.room.capacity')}
        required
        defaultValue={typed['capacity'] ?? '4'}
        error={errors['capacity']}
      />
    </div>
  )
}
