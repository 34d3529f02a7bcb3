import { Form } from '@remix-run/react'
import { rhythms } from '#app/domain/pickups/collection.ts'
import { weekdays } from '#app/domain/places/opening.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Title } from '#app/ui/title.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { loadWords } from './collection-plans.tsx'
import type { CollectionsPage } from './collections-page.server.ts'

type Refusal = 'not-yours' | 'no-such-organisation' | 'in-the-past' | 'never'
type Words = Readonly<Record<string, string>>
type Props = Pick<CollectionsPage, 'today' | 'organisations' | 'assumed'> & {
  reply: { errors?: Words; refused?: Refusal; typed: Words } | undefined
}
type Boxes = { typed: Words; errors: Words }

/** «Ogni secondo giovedì, 9–11, da Edilferro». */
export function CollectionForm({ today, organisations, assumed, reply }: Props) {
  const { t } = useT()
  const boxes: Boxes = { typed: reply?.typed ?? {}, errors: reply?.errors ?? {} }
  const { typed, errors } = boxes
  return (
    <section className="stack">
      <Title>{t('collections.new')}</Title>
      {reply?.refused ? (
        <Banner tone="fail" role="alert">
          {t(`collections.refusals.${reply.refused}`)}
        </Banner>
      ) : null}
      <Form method="post" className="stack">
        <Select
          name="organisation_id"
          label={t('collections.organisation')}
          required
          defaultValue={typed['organisation_id'] ?? ''}
          error={errors['organisation_id']}
        >
          <option value="">{t('collections.choose')}</option>
          {organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Rhythm {...boxes} />
        <Between today={today} {...boxes} />
        <Amount assumed={assumed} {...boxes} />
        <TextField
          name="note"
          label={t('collections.note')}
          hint={t('collections.noteHint')}
          optional
          maxLength={200}
          defaultValue={typed['note']}
          error={errors['note']}
        />
        <div className="row row--buttons">
          <Submit kind="next">{t('collections.submit')}</Submit>
        </div>
      </Form>
    </section>
  )
}

function Rhythm({ typed, errors }: Boxes) {
  const { t } = useT()
  return (
    <>
      <Select
        name="rhythm"
        label={t('collections.rhythm')}
        defaultValue={typed['rhythm'] ?? 'fortnightly'}
        error={errors['rhythm']}
      >
        {rhythms.map((each) => (
          <option key={each} value={each}>
            {t(`collections.rhythms.${each}`)}
          </option>
        ))}
      </Select>
      <Select
        name="weekday"
        label={t('collections.weekday')}
        defaultValue={typed['weekday'] ?? 'thu'}
        error={errors['weekday']}
      >
        {weekdays.map((day) => (
          <option key={day} value={day}>
            {t(`hubRooms.days.${day}`)}
          </option>
        ))}
      </Select>
      <Select
        name="nth"
        label={t('collections.nth')}
        hint={t('collections.nthHint')}
        defaultValue={typed['nth'] ?? '1'}
        error={errors['nth']}
      >
        {(['1', '2', '3', '4', '5'] as const).map((nth) => (
          <option key={nth} value={nth}>
            {t(`collections.nths.${nth}`)}
          </option>
        ))}
      </Select>
    </>
  )
}

function Amount({ assumed, typed, errors }: Boxes & Pick<Props, 'assumed'>) {
  const spoken = useT()
  const { t } = spoken
  return (
    <>
      <UnitField
        name="expected"
        unit="kg"
        label={t('collections.expected')}
        hint={t('collections.expectedHint', loadWords(spoken, assumed))}
        optional
        defaultValue={typed['expected']}
        error={errors['expected']}
      />
      <UnitField
        name="room"
        unit="m³"
        label={t('collections.room')}
        hint={t('collections.roomHint')}
        optional
        defaultValue={typed['room']}
        error={errors['room']}
      />
    </>
  )
}

function Between({ today, typed, errors }: Boxes & { today: string }) {
  const { t } = useT()
  return (
    <>
      <TextField
        name="hours"
        label={t('collections.hours')}
        hint={t('collections.hoursHint')}
        required
        autoComplete="off"
        defaultValue={typed['hours']}
        error={errors['hours']}
      />
      <TextField
        type="date"
        name="starts_on"
        label={t('collections.startsOn')}
        hint={t('collections.startsOnHint')}
        min={today}
        required
        defaultValue={typed['starts_on'] ?? today}
        error={errors['starts_on']}
      />
      <TextField
        type="date"
        name="ends_on"
        label={t('collections.endsOn')}
        optional
        min={today}
        defaultValue={typed['ends_on']}
        error={errors['ends_on']}
      />
    </>
  )
}
