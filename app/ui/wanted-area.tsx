import { useState } from 'react'
import type { Typed } from '#app/domain/listings/listing-draft.ts'
import { Button } from './button.tsx'
import { Choices } from './choices.tsx'
import { Combobox } from './combobox.tsx'
import { useT } from './use-t.tsx'

type Props = { typed: Typed; error: string | undefined; choices: { value: string; label: string }[] }

/** `turn` counts the points that did not come from the box, so that it shows their name. */
type Spot = { latitude: string; longitude: string; town: string; turn: number }

/** Around where somebody looks: a quarter, a town, a postcode, or where the phone is. No street is asked for. */
export function WantedArea({ typed, error, choices }: Props) {
  const { t } = useT()
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle')
  const [spot, setSpot] = useState<Spot>({
    latitude: typed['latitude'] ?? '',
    longitude: typed['longitude'] ?? '',
    town: typed['town_named'] ?? '',
    turn: 0,
  })
  function choose({ value, label }: { value: string; label: string }) {
    const [latitude = '', longitude = ''] = value.split(',')
    setSpot(({ turn }) => ({ latitude, longitude, town: label, turn }))
  }
  async function found({ coords }: GeolocationPosition) {
    const point = { latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) }
    const named = await fetch(`/places/options?${new URLSearchParams(point)}`)
      .then((reply) => reply.json() as Promise<{ name: string }>)
      .catch(() => undefined)
    setState(named?.name ? 'idle' : 'failed')
    if (named?.name) setSpot(({ turn }) => ({ ...point, town: named.name, turn: turn + 1 }))
  }
  function locate() {
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      (position) => void found(position),
      () => setState('failed'),
      { timeout: 15_000 },
    )
  }
  return (
    <div className="stack stack--s">
      <Combobox
        key={`town ${spot.turn}`}
        name="town"
        source="/places/options"
        label={t('wanted.form.town')}
        hint={t('wanted.form.townHint')}
        text={spot.turn === 0 ? typed['town'] : spot.town}
        error={error}
        onChoose={choose}
      />
      <input type="hidden" name="town_named" value={spot.town} />
      <input type="hidden" name="latitude" value={spot.latitude} />
      <input type="hidden" name="longitude" value={spot.longitude} />
      {choices.length > 0 && error ? (
        <Choices name="place_choice" legend={t('wanted.form.placeWhich')} choices={choices} />
      ) : null}
      <div className="row" data-scripted="">
        <Button type="button" size="s" icon="locate" busy={state === 'locating'} onClick={locate}>
          {t(state === 'locating' ? 'wanted.form.locating' : 'wanted.form.here')}
        </Button>
        <span className="tiny" role="status">
          {state === 'failed' ? t('wanted.form.noPosition') : null}
        </span>
      </div>
    </div>
  )
}
