import { useState } from 'react'
import { fromRome, isWallClock, later } from '#app/domain/instant.ts'
import { type Availability, isOutside } from '#app/domain/pickups/availability.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'

export type Window = { from: string; to: string | null; earliest: string; latest: string | null }

type Props = {
  window: Window
  availability: Availability
  may_override: boolean
  typed: { starts_at: string; minutes: string }
  errors: Readonly<Record<string, string>>
}

const durations = [30, 60, 90, 120, 180]

/** Day, time and length, and a word when nobody is usually there then. */
export function WhenFields({ window, availability, may_override, typed, errors }: Props) {
  const { t, format } = useT()
  const [when, setWhen] = useState(typed)
  const between = window.to
    ? t('pickups.between', { from: format.dateTime(window.from), to: format.dateTime(window.to) })
    : ''
  return (
    <>
      <TextField
        type="datetime-local"
        name="starts_at"
        label={t('pickups.startsAt')}
        hint={`${t('pickups.romanTime')} ${between}`}
        min={may_override ? undefined : window.earliest}
        max={may_override ? undefined : (window.latest ?? undefined)}
        required
        defaultValue={typed.starts_at}
        onChange={({ target }) => setWhen({ ...when, starts_at: target.value })}
        error={errors['starts_at']}
      />
      <Select
        name="minutes"
        label={t('pickups.duration')}
        defaultValue={typed.minutes}
        onChange={({ target }) => setWhen({ ...when, minutes: target.value })}
        error={errors['minutes']}
      >
        {durations.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t('pickups.minutes', { count: minutes })}
          </option>
        ))}
      </Select>
      {nobodyThere(when, availability) ? (
        <Banner role="status" icon="clock-alert">
          {t('availability.outside')}
        </Banner>
      ) : null}
    </>
  )
}

function nobodyThere({ starts_at, minutes }: Props['typed'], availability: Availability) {
  if (!isWallClock(starts_at)) return false
  const start = fromRome(starts_at)
  return isOutside({ starts_at: start, ends_at: later(start, { minutes: Number(minutes) || 60 }) }, availability)
}
