import { Check } from '#app/ui/choices.tsx'
import { DoorFields } from '#app/ui/door-fields.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { type Boxes, DraftForm } from './draft-form.tsx'
import { PlaceFields } from './place-fields.tsx'
import type { Reply } from './route.tsx'
import { RuleFields } from './rule-fields.tsx'
import type { StepPage } from './step-page.server.ts'

/** The third page: where, when, how to carry it out, and who gets it. */
export function PickupStep({ page, reply }: { page: StepPage; reply: Reply }) {
  return (
    <DraftForm page={page} reply={reply}>
      {(boxes) => (
        <>
          <PlaceFields {...boxes} isAgain={page.is_again} />
          <DoorFields {...boxes} />
          <Days {...boxes} />
          <Access {...boxes} />
          <RuleFields {...boxes} />
        </>
      )}
    </DraftForm>
  )
}

function Days({ typed, errors }: Boxes) {
  const { t } = useT()
  return (
    <fieldset className="field">
      <legend>{t('posting.pickup.days')}</legend>
      <div className="pair">
        <TextField
          type="date"
          name="available_from"
          label={t('posting.pickup.available_from')}
          optional
          defaultValue={typed['available_from']}
          error={errors['available_from']}
        />
        <TextField
          type="date"
          name="must_go_by"
          label={t('posting.pickup.must_go_by')}
          optional
          hint={t('posting.pickup.mustHint')}
          defaultValue={typed['must_go_by']}
          error={errors['must_go_by']}
        />
      </div>
    </fieldset>
  )
}

const floors = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]

function Access({ typed, errors, touch }: Boxes) {
  const { t, format } = useT()
  const named = { [-1]: t('posting.pickup.floors.cellar'), 0: t('posting.pickup.floors.street') } as Record<
    number,
    string
  >
  return (
    <fieldset className="field" onChange={touch}>
      <legend>{t('posting.pickup.access')}</legend>
      <Select name="floor" label={t('posting.pickup.floor')} defaultValue={typed['floor']} error={errors['floor']}>
        <option value="">{t('posting.pickup.floors.none')}</option>
        {floors.map((floor) => (
          <option key={floor} value={floor}>
            {named[floor] ?? format.number(floor)}
          </option>
        ))}
      </Select>
      <div className="choices">
        {(['has_lift', 'van_access', 'help_to_load'] as const).map((flag) => (
          <Check key={flag} name={flag} label={t(`posting.pickup.${flag}`)} checked={typed[flag] === '1'} />
        ))}
      </div>
    </fieldset>
  )
}
