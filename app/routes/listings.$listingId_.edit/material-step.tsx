import { Choices } from '#app/ui/choices.tsx'
import { Combobox } from '#app/ui/combobox.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { PhotoPicker } from '#app/ui/photo-picker.tsx'
import { RefusedMaterial } from '#app/ui/refused-material.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { BegunDrafts } from './begun-drafts.tsx'
import { type Boxes, DraftForm } from './draft-form.tsx'
import { rememberSpot } from './photo-spot.ts'
import { QuantityField } from './quantity-field.tsx'
import type { Reply } from './route.tsx'
import type { StepPage } from './step-page.server.ts'

/** The first page: photos first, then what it is and how much. */
export function MaterialStep({ page, reply }: { page: StepPage; reply: Reply }) {
  const { id } = page.view
  const before = (
    <>
      <BegunDrafts drafts={page.begun} />
      <PhotoPicker listingId={id} photos={page.photos} onPlace={(spot) => rememberSpot(id, spot)} />
    </>
  )
  return (
    <DraftForm page={page} reply={reply} before={before}>
      {(boxes) => <MaterialFields {...boxes} />}
    </DraftForm>
  )
}

function MaterialFields({ typed, errors, choices, view }: Boxes) {
  const { t } = useT()
  return (
    <>
      <TextField
        name="title"
        label={t('posting.material.name')}
        hint={t('posting.material.nameHint')}
        maxLength={80}
        defaultValue={typed['title']}
        error={errors['title']}
      />
      <div className="stack">
        <Combobox
          name="material"
          source="/materials/options"
          label={t('posting.material.material')}
          hint={t('posting.material.materialHint')}
          text={typed['material']}
          value={typed['material_key']}
          error={errors['material']}
        />
        {choices.length > 0 && errors['material'] ? (
          <Choices name="material_choice" legend={t('posting.material.which')} choices={choices} />
        ) : null}
      </div>
      <QuantityField typed={typed} error={errors['quantity']} view={view} />
      <TextArea
        name="description"
        label={t('posting.material.description')}
        hint={t('posting.material.descriptionHint')}
        optional
        rows={3}
        maxLength={1000}
        defaultValue={typed['description']}
        error={errors['description']}
      />
      <RefusedMaterial screening={view.screening} />
    </>
  )
}
