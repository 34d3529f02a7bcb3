import { Form } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { radii } from '#app/domain/discovery/search-href.ts'
import { wantedHref } from '#app/domain/discovery/wanted-href.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './wanted-filters.css'

type Props = { ask: SearchAsk; place: string | null | undefined; count: number }

const families = [
  ['wood', 'wood'],
  ['joinery', 'wood'],
  ['metal', 'metal'],
  ['masonry', 'masonry'],
  ['textile', 'textile'],
  ['electric', 'electric'],
  ['furniture', 'furniture'],
  ['paper', 'other'],
  ['plastic', 'other'],
  ['other', 'other'],
] as const

/** How many there are, near where, of which material: each filter a link, the place a plain form. */
export function WantedFilters({ ask, place, count }: Props) {
  const { t } = useT()
  return (
    <>
      <Title>{place ? t('wanted.near', { count, place }) : t('wanted.count', { count })}</Title>
      <Near ask={ask} place={place} />
      <Chips>
        {families.map(([family, mat]) => (
          <Chip
            key={family}
            mat={mat}
            on={ask.material === family}
            to={wantedHref(ask, { material: ask.material === family ? '' : family })}
          >
            {t(`listings.materials.${family}`)}
          </Chip>
        ))}
        {place
          ? radii.slice(1).map((km) => (
              <Chip
                key={km}
                on={ask.radius === km}
                to={wantedHref(ask, { radius: ask.radius === km ? undefined : km })}
              >
                {t('listings.radius', { km })}
              </Chip>
            ))
          : null}
      </Chips>
    </>
  )
}

function Near({ ask, place }: Omit<Props, 'count'>) {
  const { t } = useT()
  return (
    <Form action="/wanted" className="near-wanted">
      {ask.material ? <input type="hidden" name="material" value={ask.material} /> : null}
      {ask.radius ? <input type="hidden" name="radius" value={ask.radius} /> : null}
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
    </Form>
  )
}
