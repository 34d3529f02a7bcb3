import { fromRome } from '#app/domain/instant.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { SlotDays } from '#app/ui/slot-days.tsx'
import { useT } from '#app/ui/use-t.tsx'

/** The times at which somebody is there; each is a link that writes it into the form. */
export function PossibleTimes({ starts, chosen }: { starts: readonly string[]; chosen: string }) {
  const { t, format } = useT()
  if (starts.length === 0) return null
  const slots = starts.map((wallClock) => ({ wallClock, starts_at: fromRome(wallClock) }))
  return (
    <section className="stack">
      <h2>{t('availability.times')}</h2>
      <p className="soft">{t('availability.timesLead')}</p>
      <SlotDays slots={slots}>
        {({ wallClock, starts_at }) => (
          <ButtonLink
            key={wallClock}
            size="s"
            to={`?${new URLSearchParams({ starts_at: wallClock })}`}
            replace
            preventScrollReset
            kind={wallClock === chosen ? 'solid' : 'border'}
            aria-current={wallClock === chosen ? 'true' : undefined}
            aria-label={t('availability.at', { day: format.wholeDay(starts_at), time: format.time(starts_at) })}
          >
            {format.time(starts_at)}
          </ButtonLink>
        )}
      </SlotDays>
    </section>
  )
}
