import { useState } from 'react'
import { weightOf } from '#app/domain/listings/weight-grade.ts'
import { TextField } from '#app/ui/field.tsx'
import type { GradeLetter } from '#app/ui/grade.tsx'
import { PictureField } from '#app/ui/picture-field.tsx'
import { UnitField } from '#app/ui/unit-field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { GradeChoices, MassField } from '#app/ui/weigh-entry.tsx'
import { typedQuantity } from './typed-quantity.ts'

/** The whole lot in grams, and how many of its units have left it. */
export type LotWeight = { total: number; low: number; typ: number; high: number; before: number }

type Props = {
  lot: LotWeight | undefined
  /** In base units; nothing while it cannot be read. */
  quantity: number | undefined
  typed: Record<string, string>
  errors: Record<string, string>
  onGrams: (grams: number | undefined) => void
}

/** How much it weighs and how one knows: the number is echoed to the gram, and asked about when it is unusual. */
export function WeighSheet({ lot, quantity, typed, errors, onGrams }: Props) {
  const { t, format } = useT()
  const [gross, setGross] = useState(typed['weight'] ?? '')
  const [tare, setTare] = useState(typed['tare'] ?? '')
  const grams = netGrams(gross, tare)
  const expected =
    lot && quantity && quantity <= lot.total - lot.before ? weightOf(quantity, lot, lot.before) : undefined
  const take = (nextGross: string, nextTare: string) => {
    setGross(nextGross)
    setTare(nextTare)
    onGrams(netGrams(nextGross, nextTare))
  }
  return (
    <section className="sheet stack">
      <h2 className="head-s">{t('parts.weigh.title')}</h2>
      <MassField
        name="weight"
        typed={gross}
        onType={(next) => take(next, tare)}
        grams={grams}
        expected={expected}
        error={errors['weight']}
      />
      <GradeChoices name="grade" chosen={(typed['grade'] ?? 'A') as GradeLetter} error={errors['grade']} />
      <UnitField
        name="tare"
        label={t('handovers.entry.tare')}
        hint={t('handovers.entry.tareHint')}
        unit="kg"
        optional
        value={tare}
        onChange={(event) => take(gross, event.currentTarget.value)}
        echo={
          tare.trim() !== '' && grams ? t('handovers.entry.net', { kilograms: format.kilograms(grams) }) : undefined
        }
        error={errors['tare']}
      />
      <TextField
        name="device"
        label={t('handovers.entry.device')}
        optional
        defaultValue={typed['device'] ?? ''}
        maxLength={120}
        error={errors['device']}
      />
      <PictureField
        name="photo"
        label={t('parts.weigh.photo')}
        hint={t('handovers.entry.photoHint')}
        error={errors['photo']}
      />
    </section>
  )
}

function netGrams(gross: string, tare: string) {
  const whole = typedQuantity(gross, 'g')
  const empty = ['', '0'].includes(tare.trim()) ? 0 : typedQuantity(tare, 'g')
  return whole !== undefined && empty !== undefined && whole > empty ? whole - empty : undefined
}
