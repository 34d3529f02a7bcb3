import { spanWords } from '#app/i18n/opening-words.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Vehicle = {
  id: string
  name: string
  capacity_g: number
  capacity_dm3: number
  longest_mm: number
  crew: number
  from_time: string
  to_time: string
}

/** The vehicles in use and what each can carry. */
export function VehicleList({ slug, vehicles }: { slug: string; vehicles: readonly Vehicle[] }) {
  const spoken = useT()
  const { t, format } = spoken
  if (vehicles.length === 0) return <p className="soft">{t('hubRooms.vehicles.none')}</p>
  return (
    <ul className="kept">
      {vehicles.map((vehicle) => (
        <li key={vehicle.id}>
          <div>
            <b>{vehicle.name}</b>
            <p className="soft">
              {[
                format.kilograms(vehicle.capacity_g),
                format.quantity(vehicle.capacity_dm3, 'dm3'),
                format.quantity(vehicle.longest_mm, 'mm'),
                t('hubRooms.vehicles.people', { count: vehicle.crew }),
                spanWords(spoken, vehicle),
              ].join(' · ')}
            </p>
          </div>
          <ButtonLink
            size="s"
            to={`/hubs/${slug}/vehicles/${vehicle.id}`}
            aria-label={t('hubRooms.vehicles.editOf', { name: vehicle.name })}
          >
            {t('hubRooms.vehicles.edit')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
