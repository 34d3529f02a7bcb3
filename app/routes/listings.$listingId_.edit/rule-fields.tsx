import { allocationRules } from '#app/domain/listings/listing-ask-pickup.ts'
import { Check, Choices } from '#app/ui/choices.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { Boxes } from './draft-form.tsx'

/** Who gets it: one of three rules, each with what it means. Once others have seen the lot, the rule stays. */
export function RuleFields(boxes: Boxes) {
  const { t } = useT()
  const { typed, view } = boxes
  if (!view.is_draft) {
    const rule = allocationRules.find((each) => each === typed['allocation_rule']) ?? 'fair_window'
    return (
      <div className="field">
        <span className="as-label">{t('posting.pickup.rule')}</span>
        <p>
          <b>{t(`posting.pickup.rules.${rule}`)}.</b> {t(`posting.pickup.ruleNotes.${rule}`)}
        </p>
        <p className="tiny soft">{t('posting.pickup.ruleFixed')}</p>
      </div>
    )
  }
  return (
    <div className="stack rule">
      <Choices
        name="allocation_rule"
        legend={t('posting.pickup.rule')}
        columns="one"
        chosen={typed['allocation_rule']}
        choices={allocationRules.map((value) => ({
          value,
          label: t(`posting.pickup.rules.${value}`),
          note: t(`posting.pickup.ruleNotes.${value}`),
        }))}
      />
      <Reserve {...boxes} />
      <p className="tiny soft">{t('posting.pickup.rescue')}</p>
    </div>
  )
}

/** Who picks by hand needs no reserve: the style sheet hides it then, and the server reads it only with the other rules. */
function Reserve({ typed, errors }: Boxes) {
  const { t } = useT()
  return (
    <div className="stack" data-for="served">
      <Check
        name="is_reserved"
        label={t('posting.pickup.reserve')}
        note={t('posting.pickup.reserveNote')}
        checked={typed['is_reserved'] === '1'}
      />
      <div data-for="reserve">
        <TextField
          type="date"
          name="reserved_until"
          label={t('posting.pickup.reserved_until')}
          hint={t('posting.pickup.reserveHint')}
          defaultValue={typed['reserved_until']}
          error={errors['reserved_until']}
        />
      </div>
    </div>
  )
}
