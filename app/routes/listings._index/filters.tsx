import { Link } from '@remix-run/react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { deadlines, radii, type Sort, searchHref, sorts } from '#app/domain/discovery/search-href.ts'
import { families } from '#app/domain/listings/material-families.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { kept, NearBox } from '#app/ui/near-box.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  ask: SearchAsk
  understood: {
    place: string | null | undefined
    place_said: string | undefined
    min_length_mm: number | undefined
    min_quantity: number | undefined
  }
  counted: { lots: number; grams: number }
  sort: Sort
}

/** The question as it stands: what was typed, what was understood, and every filter as a link. */
export function Filters({ ask, understood, counted, sort }: Props) {
  const { t, format } = useT()
  const heading = understood.place
    ? t('listings.heading.near', { count: counted.lots, place: understood.place })
    : t(ask.bbox ? 'listings.heading.area' : 'listings.heading.all', { count: counted.lots })
  return (
    <>
      <h1 className="head">{heading}</h1>
      <SearchBox
        tight
        label={t('listings.search.label')}
        placeholder={t('listings.search.placeholder')}
        submit={t('listings.search.submit')}
        words={ask.q}
        keep={kept(ask, ['material', 'near', 'lat', 'lon', 'radius', 'bbox', 'by', 'sort'])}
      />
      <NearBox
        to="/listings"
        ask={ask}
        place={understood.place}
        said={understood.place_said}
        keep={['q', 'material', 'radius', 'by']}
        href={searchHref}
      />
      <Chips>
        {ask.bbox ? (
          <Chip on to={searchHref(ask, { bbox: undefined })}>
            {t('listings.area')}
          </Chip>
        ) : null}
        {families.map(([family, mat]) => (
          <Chip
            key={family}
            mat={mat}
            on={ask.material === family}
            to={searchHref(ask, { material: ask.material === family ? '' : family })}
          >
            {t(`listings.materials.${family}`)}
          </Chip>
        ))}
        {understood.place
          ? radii.slice(1, 4).map((km) => (
              <Chip
                key={km}
                on={ask.radius === km}
                to={searchHref(ask, { radius: ask.radius === km ? undefined : km })}
              >
                {t('listings.radius', { km })}
              </Chip>
            ))
          : null}
        {deadlines.map((by) => (
          <Chip key={by} on={ask.by === by} to={searchHref(ask, { by: ask.by === by ? undefined : by })}>
            {t(`listings.by.${by}`)}
          </Chip>
        ))}
        {understood.min_length_mm ? (
          <Chip on to={searchHref(ask, { q: '' })}>
            {t('listings.length', { length: format.size(understood.min_length_mm) })}
          </Chip>
        ) : null}
        {understood.min_quantity ? (
          <Chip on to={searchHref(ask, { q: '' })}>
            {t('listings.quantity', { count: understood.min_quantity })}
          </Chip>
        ) : null}
      </Chips>
      <div className="row row--apart">
        <p className="label" role="status">
          {t('listings.count', { count: counted.lots, mass: format.kilograms(counted.grams, 'C') })}
        </p>
        <Order ask={ask} sort={sort} />
      </div>
    </>
  )
}

function Order({ ask, sort }: { ask: SearchAsk; sort: Sort }) {
  const { t } = useT()
  const isPlaced = ask.near !== '' || ask.lat !== undefined
  const offered = sorts.filter((each) => (each !== 'nearest' || isPlaced) && (each !== 'best_fit' || ask.cut !== ''))
  return (
    <nav className="row label" aria-label={t('listings.order')}>
      {offered.map((each) => (
        <Link
          key={each}
          className="touch"
          to={searchHref(ask, { sort: each })}
          aria-current={each === sort ? 'true' : undefined}
          preventScrollReset
        >
          {t(`listings.sort.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
