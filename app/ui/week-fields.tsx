import { weekdays } from '#app/domain/places/opening.ts'
import { TextField } from './field.tsx'
import { useT } from './use-t.tsx'

type Words = Readonly<Record<string, string>>

/** A line for each day of the week, written as on a door. */
export function WeekFields({ typed, errors }: { typed: Words; errors: Words }) {
  const { t } = useT()
  return weekdays.map((day) => (
    <TextField
      key={day}
      name={day}
      label={t(`hubRooms.days.${day}`)}
      autoComplete="off"
      defaultValue={typed[day]}
      error={errors[day]}
    />
  ))
}
