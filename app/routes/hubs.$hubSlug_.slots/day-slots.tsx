import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { SlotsPage } from './slots-page.server.ts'
import './slots.css'

type Slot = SlotsPage['slots'][number]

/** The slots of the chosen day: when, what for, how full, who comes. */
export function DaySlots({ hub, slots }: Pick<SlotsPage, 'hub' | 'slots'>) {
  const { t } = useT()
  if (slots.length === 0) return <p className="soft">{t('slots.room.none')}</p>
  return (
    <ol className="kept day-slots">
      {slots.map((slot) => (
        <SlotLine key={`${slot.kind} ${slot.starts_at}`} hub={hub} slot={slot} />
      ))}
    </ol>
  )
}

function SlotLine({ hub, slot }: { hub: SlotsPage['hub']; slot: Slot }) {
  const { t, format } = useT()
  const when = `${format.time(slot.starts_at)}–${format.time(slot.ends_at)}`
  const what = `${t(`slots.kinds.${slot.kind}`)}, ${when}`
  const closing = new URLSearchParams({ kind: slot.kind, at: slot.starts_at })
  return (
    <li data-closed={slot.closed === undefined ? undefined : ''}>
      <div>
        <b>{when}</b> {t(`slots.kinds.${slot.kind}`)}
        <p className="soft">
          {slot.closed === undefined
            ? t('slots.room.taken', { booked: slot.booked, capacity: slot.capacity })
            : t('slots.room.closed', { reason: slot.closed })}
        </p>
        <ul>
          {slot.who.map(({ id, name, note, pickup_id }) => (
            <li key={id}>
              <Link to={pickup_id ? `/pickups/${pickup_id}` : `/bookings/${id}`}>{name}</Link>
              {note ? `: ${note}` : ''}
            </li>
          ))}
        </ul>
      </div>
      {slot.is_ahead ? (
        <ButtonLink
          size="s"
          kind="plain"
          to={`/hubs/${hub.slug}/slots/closure?${closing}`}
          aria-label={t('slots.room.closeOf', { what })}
        >
          {t('slots.room.close')}
        </ButtonLink>
      ) : null}
    </li>
  )
}
