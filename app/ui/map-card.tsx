import { Link } from '@remix-run/react'
import L from 'leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { Hatch } from './hatch.tsx'
import { Icon } from './icon.tsx'
import { knowsAll, type LotPin, type Mark } from './map-seen.ts'
import { photoUrl } from './photo.tsx'
import { useT } from './use-t.tsx'

type Props = { mark: Mark; search: SearchAsk; onClose: () => void }

/** What was pressed, in words and photos, before anybody leaves the map for it. */
export function MapCard({ mark, search, onClose }: Props) {
  const { t, format } = useT()
  const mass = format.kilograms(mark.grams, 'C')
  const [only] = mark.pins
  const name = mark.lots === 1 && only ? only.title : t('listings.map.total', { count: mark.lots, mass })
  return (
    <div className="map-card" role="dialog" aria-label={name} ref={keepFromMap}>
      {mark.lots > 1 ? <p className="label">{name}</p> : null}
      <button type="button" className="close" aria-label={t('listings.map.close')} onClick={onClose}>
        <Icon name="x" />
      </button>
      {knowsAll(mark) ? (
        <ul>
          {mark.pins.map((pin, at) => (
            <OnCard key={pin.id} pin={pin} first={at === 0} />
          ))}
        </ul>
      ) : (
        <Link ref={focusFirst} to={searchHref(search, around(mark))}>
          {t('listings.map.list')}
        </Link>
      )}
    </div>
  )
}

function OnCard({ pin, first }: { pin: LotPin; first: boolean }) {
  const { t, format } = useT()
  const { id, title, photo, hatch, material_name, grams } = pin
  return (
    <li data-lot={id}>
      {photo ? (
        <img src={photoUrl(photo, 320)} width={320} height={240} alt="" decoding="async" />
      ) : (
        <span className="no-photo">
          <Hatch mat={hatch} />
        </span>
      )}
      <span>
        <Link to={`/listings/${id}`} ref={first ? focusFirst : undefined} prefetch="intent">
          {title}
        </Link>
        <span className="tiny">
          {grams ? <b>{format.kilograms(grams, 'C')}</b> : null} {material_name}
        </span>
        {pin.gone ? <b className="tiny">{t('parts.card.gone')}</b> : null}
      </span>
    </li>
  )
}

const side = 0.0005

/** A hundred lots under one roof are told by the list: the search in the few metres around them. */
function around({ lat, lon }: Mark): Partial<SearchAsk> {
  const bbox = [lon - side, lat - side, lon + side, lat + side].map((degrees) => degrees.toFixed(4)).join(',')
  return { bbox, near: '', lat: undefined, lon: undefined, radius: undefined }
}

function focusFirst(link: HTMLElement | null) {
  link?.focus({ preventScroll: true })
}

function keepFromMap(card: HTMLElement | null) {
  if (!card) return
  L.DomEvent.disableClickPropagation(card)
  L.DomEvent.disableScrollPropagation(card)
}
