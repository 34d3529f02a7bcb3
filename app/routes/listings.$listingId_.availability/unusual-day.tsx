import { TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './unusual-day.css'

type Words = Readonly<Record<string, string>>
type Props = { at: number; today: string; typed: Words; errors: Words }

/** One day that is not as usual, and when somebody is there after all. */
export function UnusualDay({ at, today, typed, errors }: Props) {
  const { t } = useT()
  const [day, hours] = [`day_${at}`, `hours_${at}`]
  return (
    <div className="unusual-day">
      <TextField
        type="date"
        name={day}
        label={t('availability.day', { n: at + 1 })}
        min={today}
        defaultValue={typed[day]}
        error={errors[day]}
      />
      <TextField
        name={hours}
        label={t('availability.hours', { n: at + 1 })}
        autoComplete="off"
        defaultValue={typed[hours]}
        error={errors[hours]}
      />
    </div>
  )
}
