import { conditions } from '#app/domain/listings/listing-ask-measures.ts'
import { Choices } from '#app/ui/choices.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { type Boxes, DraftForm } from './draft-form.tsx'
import type { Reply } from './route.tsx'
import { SizeFields } from './size-fields.tsx'
import type { StepPage } from './step-page.server.ts'
import { DisplayForm, WeightFields } from './weight-fields.tsx'

/** The second page: how big, in what state, how heavy and how we know. */
export function MeasuresStep({ page, reply }: { page: StepPage; reply: Reply }) {
  return (
    <DraftForm page={page} reply={reply} after={<DisplayForm listingId={page.view.id} />}>
      {(boxes) => <MeasuresFields {...boxes} />}
    </DraftForm>
  )
}

function MeasuresFields(boxes: Boxes) {
  const { t } = useT()
  const { typed, errors, view } = boxes
  return (
    <>
      <SizeFields typed={typed} errors={errors} size={view.size} />
      {view.weight_items.length > 0 ? (
        <Select
          name="weight_item"
          label={t('posting.measures.item')}
          hint={t('posting.measures.itemHint')}
          defaultValue={typed['weight_item']}
          onChange={boxes.touch}
        >
          <option value="">{t('posting.measures.itemNone')}</option>
          {view.weight_items.map(({ item_key, label }) => (
            <option key={item_key} value={item_key}>
              {label}
            </option>
          ))}
        </Select>
      ) : null}
      <Choices
        name="condition"
        legend={t('posting.measures.condition')}
        chosen={typed['condition']}
        choices={conditions.map((value) => ({
          value,
          label: t(`posting.measures.conditions.${value}`),
          note: t(`posting.measures.conditionNotes.${value}`),
        }))}
      />
      <WeightFields {...boxes} />
    </>
  )
}
