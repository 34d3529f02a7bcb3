import { useState, useSyncExternalStore } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { Combobox } from '#app/ui/combobox.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { Boxes } from './draft-form.tsx'
import { rememberedSpot } from './photo-spot.ts'
import { PinBox } from './pin-box.tsx'

/** `turn` counts points that did not come from the town box, `jump` those that did not come from the map. */
type Spot = { latitude: string; longitude: string; town: string; turn: number; jump: number }

/** Where the lot is: a name or postcode, the device's own position, the photo's, or the pin on the map. */
export function PlaceFields({ typed, errors, choices, view, touch, isAgain }: Boxes & { isAgain: boolean }) {
  const { t } = useT()
  const [spot, setSpot] = useState<Spot>({
    latitude: typed['latitude'] ?? '',
    longitude: typed['longitude'] ?? '',
    town: typed['town_named'] ?? '',
    turn: 0,
    jump: 0,
  })

  async function setPoint(latitude: number, longitude: number, jumps = 1) {
    const point = { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) }
    setSpot((now) => ({ ...now, ...point, jump: now.jump + jumps }))
    const named = await fetch(`/places/options?${new URLSearchParams(point)}`)
      .then((reply) => reply.json() as Promise<{ name: string }>)
      .catch(() => undefined)
    setSpot((now) =>
      named?.name && named.name !== now.town && isAt(now, point)
        ? { ...now, town: named.name, turn: now.turn + 1 }
        : now,
    )
    touch()
  }
  function choose({ value, label }: { value: string; label: string }) {
    const [latitude = '', longitude = ''] = value.split(',')
    setSpot(({ turn, jump }) => ({ latitude, longitude, town: label, turn, jump: jump + 1 }))
    touch()
  }

  return (
    <div className="stack">
      {isAgain ? <Banner icon="map-pin">{t('posting.pickup.again')}</Banner> : null}
      <Combobox
        key={`town ${spot.turn}`}
        name="town"
        source="/places/options"
        label={t('posting.pickup.town')}
        hint={t('posting.pickup.townHint')}
        text={spot.turn === 0 ? typed['town'] : spot.town}
        error={errors['town']}
        onChoose={choose}
      />
      <input type="hidden" name="town_named" value={spot.town} />
      <input type="hidden" name="latitude" value={spot.latitude} />
      <input type="hidden" name="longitude" value={spot.longitude} />
      {choices.length > 0 && errors['town'] ? (
        <Choices name="place_choice" legend={t('posting.pickup.which')} choices={choices} />
      ) : null}
      <Shortcuts listingId={view.id} onPoint={(latitude, longitude) => void setPoint(latitude, longitude)} />
      {spot.latitude && spot.longitude ? (
        <PinBox
          key={`map ${spot.jump}`}
          latitude={Number(spot.latitude)}
          longitude={Number(spot.longitude)}
          circle={view.place}
          onMove={(latitude, longitude) => void setPoint(latitude, longitude, 0)}
        />
      ) : null}
    </div>
  )
}

function isAt(spot: Spot, point: Pick<Spot, 'latitude' | 'longitude'>) {
  return spot.latitude === point.latitude && spot.longitude === point.longitude
}

type ShortcutsProps = { listingId: string; onPoint: (latitude: number, longitude: number) => void }

function Shortcuts({ listingId, onPoint }: ShortcutsProps) {
  const { t } = useT()
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle')
  const spot = useSyncExternalStore(
    never,
    () => rememberedSpot(listingId),
    () => null,
  )
  function locate() {
    setState('locating')
    const found = ({ coords }: GeolocationPosition) => {
      setState('idle')
      onPoint(coords.latitude, coords.longitude)
    }
    navigator.geolocation.getCurrentPosition(found, () => setState('failed'), {
      enableHighAccuracy: true,
      timeout: 15_000,
    })
  }
  function takePhotoSpot() {
    const point: { latitude_e6: number; longitude_e6: number } = JSON.parse(spot ?? 'null')
    onPoint(point.latitude_e6 / 1e6, point.longitude_e6 / 1e6)
  }
  return (
    <div className="stack stack--s" data-scripted="">
      <div className="row">
        <Button type="button" size="s" icon="locate" busy={state === 'locating'} onClick={locate}>
          {t(state === 'locating' ? 'posting.pickup.locating' : 'posting.pickup.here')}
        </Button>
        {spot ? (
          <Button type="button" size="s" icon="camera" onClick={takePhotoSpot}>
            {t('posting.pickup.fromPhoto')}
          </Button>
        ) : null}
      </div>
      {spot ? <p className="hint soft tiny">{t('posting.pickup.fromPhotoHint')}</p> : null}
      <p className="tiny" role="status">
        {state === 'failed' ? t('posting.pickup.noPosition') : null}
      </p>
    </div>
  )
}

function never() {
  return () => undefined
}
