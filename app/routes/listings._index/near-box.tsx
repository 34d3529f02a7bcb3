import { Form, useNavigate } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchHref } from '#app/domain/discovery/search-href.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { kept } from './filters.tsx'

/** Where to look from: a name, a postcode, or where the phone says it is. */
export function NearBox({ ask, place }: { ask: SearchAsk; place: string | null | undefined }) {
  const { t } = useT()
  const navigate = useNavigate()
  const locate = () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const near = t('listings.place.here')
      navigate(
        searchHref(ask, {
          near,
          lat: Number(coords.latitude.toFixed(3)),
          lon: Number(coords.longitude.toFixed(3)),
          radius: ask.radius ?? 10,
        }),
      )
    })
  }
  return (
    <Form action="/listings" className="near">
      {Object.entries(kept(ask, ['q', 'material', 'radius', 'by'])).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        label={t('listings.place.label')}
        error={place === null ? `listings.place.unknown?typed=${encodeURIComponent(ask.near)}` : undefined}
      >
        {(control) => (
          <input
            className="box"
            name="near"
            defaultValue={ask.near}
            placeholder={t('listings.place.placeholder')}
            autoComplete="off"
            {...control}
          />
        )}
      </Field>
      <Button>{t('listings.place.submit')}</Button>
      <Button type="button" size="square" icon="locate" aria-label={t('listings.place.mine')} onClick={locate} />
    </Form>
  )
}
