import { Choices } from './choices.tsx'
import type { GradeLetter } from './grade.tsx'
import { Range } from './range.tsx'
import { UnitField } from './unit-field.tsx'
import { useT } from './use-t.tsx'

/** The five ways to know a weight, as radio cards. */
export function GradeChoices({
  name,
  chosen,
  error,
}: {
  name: string
  chosen?: GradeLetter
  error?: string | undefined
}) {
  const { t } = useT()
  const grades: GradeLetter[] = ['A', 'B', 'C', 'D', 'E']
  return (
    <Choices
      name={name}
      legend={t('parts.weigh.how')}
      choices={grades.map((grade) => ({ value: grade, label: t(`parts.grade.choose.${grade}`), grade }))}
      chosen={chosen}
      columns="one"
      error={error}
    />
  )
}

type MassProps = {
  name: string
  typed: string
  onType: (typed: string) => void
  /** What was understood, in grams; nothing while it cannot be read. */
  grams: number | undefined
  expected?: { low: number; high: number } | undefined
  error?: string | undefined
}

/** The number on the scale. Outside the expected band it asks, and never blocks. */
export function MassField({ name, typed, onType, grams, expected, error }: MassProps) {
  const { t, format } = useT()
  const isOutside = grams !== undefined && expected && (grams < expected.low || grams > expected.high)
  const band = expected && { low: format.kilograms(expected.low, 'C'), high: format.kilograms(expected.high, 'C') }
  return (
    <>
      <UnitField
        name={name}
        label={t('parts.weigh.field')}
        unit="kg"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        error={error}
        echo={grams ? `${format.kilograms(grams)}: ${format.grams(grams)}` : undefined}
      />
      {isOutside && band ? <p role="status">{t('parts.weigh.outside', band)}</p> : null}
      {expected && grams ? <Range low={expected.low} typ={grams} high={expected.high} weighing /> : null}
    </>
  )
}
