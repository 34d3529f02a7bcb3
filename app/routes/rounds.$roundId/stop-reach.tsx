import type { RoadStop } from '#app/http/round-page.server.ts'
import { useT } from '#app/ui/use-t.tsx'

/** How to get there: a call, the phone's own navigation, a map in the browser. Small for a stop that is not next. */
export function StopReach({ stop, isNext }: { stop: RoadStop; isNext: boolean }) {
  const { t } = useT()
  const { phone, point, street, area } = stop
  const place = street || area
  const about = (action: string) => `${action}: ${place}`
  if (!phone && !point) return null
  const [north, east] = point?.split(',') ?? []
  const button = isNext ? 'btn' : 'btn btn--s'
  return (
    <div className={isNext ? 'row row--buttons no-print' : 'row no-print'}>
      {phone ? (
        <a className={button} href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={about(t('driving.call'))}>
          {t('driving.call')}
        </a>
      ) : null}
      {point ? (
        <a className={button} href={`geo:${point}?q=${point}`} aria-label={about(t('driving.navigate'))}>
          {t('driving.navigate')}
        </a>
      ) : null}
      {point ? (
        <a
          className={isNext ? 'touch' : 'touch tiny'}
          href={`https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=18/${north}/${east}`}
          rel="noreferrer"
          aria-label={about(t('driving.map'))}
        >
          {t('driving.map')}
        </a>
      ) : null}
    </div>
  )
}
