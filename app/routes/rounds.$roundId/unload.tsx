import { type FormEvent, useRef, useState } from 'react'
import { readQuantity, writeQuantity } from '#app/domain/listings/quantity.ts'
import { goodsAboard } from '#app/domain/rounds/aboard.ts'
import type { RoadLoad, RoundPage } from '#app/http/round-page.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { MassField } from '#app/ui/weigh-entry.tsx'
import { isSecondTap } from './second-tap.ts'
import { useDeed } from './use-deed.ts'

/** Back at the hub: what is aboard comes off, each lot at the weight it went up with unless the scale says otherwise. */
export function Unload({ page }: { page: RoundPage }) {
  const { t } = useT()
  const last = useRef(Number.NEGATIVE_INFINITY)
  const aboard = goodsAboard(page.moves)
  const loads = page.stops
    .flatMap((stop) => stop.loads)
    .filter((load) => load.kind !== 'deliver' && aboard.has(load.claim_id))
  if (loads.length === 0) return <p>{t('driving.unload.nothing')}</p>
  return (
    // What was sent goes, and the next lot slides under the thumb: the second tap of a double one must not take it off.
    <div className="stack" onSubmitCapture={(event) => isSecondTap(event.timeStamp, last) && stop(event)}>
      <p className="soft">{t('driving.unload.why')}</p>
      {loads.map((load, at) => (
        <UnloadForm
          key={load.id}
          load={load}
          aboard={aboard.get(load.claim_id) ?? { grams: 0, quantity: load.quantity }}
          page={page}
          isNext={at === 0}
        />
      ))}
    </div>
  )
}

function stop(event: FormEvent) {
  event.preventDefault()
  event.stopPropagation()
}

type Props = { load: RoadLoad; aboard: { grams: number; quantity: number }; page: RoundPage; isNext: boolean }

function UnloadForm({ load, aboard: { grams, quantity }, page, isNext }: Props) {
  const { t, locale } = useT()
  const [weight, setWeight] = useState(grams > 0 ? writeQuantity(grams, 'g', locale) : '')
  const { submit, errors, isBusy } = useDeed(page, load)
  const read = readQuantity(weight, 'g')
  return (
    <form
      method="post"
      action={`/rounds/${page.round.id}/deeds`}
      encType="multipart/form-data"
      className="stack load-form"
      onSubmit={submit}
      noValidate
    >
      <input type="hidden" name="deed" value="hub_in" />
      <input type="hidden" name="load_id" value={load.id} />
      <input type="hidden" name="title" value={load.title} />
      <input type="hidden" name="quantity" value={writeQuantity(quantity, load.unit, locale)} />
      <input type="hidden" name="grade" value="A" />
      <input type="hidden" name="idempotency_key" value={`${page.key}-${load.id.slice(-12)}`} />
      <b>{load.title}</b>
      <MassField
        name="weight"
        typed={weight}
        onType={setWeight}
        grams={read.problem ? undefined : read.value}
        error={errors['weight']}
      />
      <Button
        type="submit"
        kind={isNext ? 'next' : 'solid'}
        size="wide"
        busy={isBusy}
        aria-label={`${t('driving.do.hub_in')}: ${load.title}`}
      >
        {t('driving.do.hub_in')}
      </Button>
    </form>
  )
}
