import { filtersOf, without } from '#app/domain/discovery/search-filters.ts'
import { deadlines, radii, searchHref, searchQuery } from '#app/domain/discovery/search-href.ts'
import { families } from '#app/domain/listings/material-families.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { kept, NearBox } from '#app/ui/near-box.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { BrowsePage } from './browse-page.server.ts'
import { filterWords } from './filter-words.ts'
import { others } from './kept-fields.tsx'

type Props = { page: BrowsePage }

/** The question as it stands: what was typed, what was understood, and every filter as a link. */
export function Filters({ page }: Props) {
  const { t } = useT()
  const { ask, understood, counted } = page
  const heading = understood.place
    ? t('listings.heading.near', { count: counted.lots, place: understood.place })
    : t(ask.bbox ? 'listings.heading.area' : 'listings.heading.all', { count: counted.lots })
  return (
    <>
      <h1 className="head">{heading}</h1>
      <SearchBox
        key={`q ${ask.q}`}
        tight
        label={t('listings.search.label')}
        placeholder={t('listings.search.placeholder')}
        submit={t('listings.search.submit')}
        words={ask.q}
        keep={kept(ask, others(ask, ['q', 'exact']))}
      />
      <NearBox
        key={`near ${ask.near}`}
        to="/listings"
        ask={ask}
        place={understood.place}
        said={understood.place_said}
        keep={others(ask, ['near', 'lat', 'lon', 'bbox', 'sort'])}
        href={searchHref}
      />
      <Chosen page={page} />
      <When page={page} />
    </>
  )
}

/** What is chosen, each to be let go by a press, then the materials to choose from. */
function Chosen({ page }: Props) {
  const translator = useT()
  const { t, format } = translator
  const { ask, understood, facets } = page
  const hatches = new Map<string, (typeof families)[number][1]>(families)
  const family = ask.material.split('.')[0] ?? ''
  const named = families.map(([key]) => ({ key, name: t(`listings.materials.${key}`) }))
  const offered = family
    ? facets.leaves
    : facets.families.flatMap((facet) =>
        named.filter(({ key }) => key === facet.key).map((one) => ({ ...one, ...facet })),
      )
  return (
    <Chips label={t('browse.chosen')} key={searchQuery(ask)}>
      {filtersOf(ask).map((name) => (
        <Chip
          key={name}
          on
          mat={name === 'material' ? hatches.get(family) : undefined}
          to={searchHref(ask, without(name))}
        >
          {filterWords(name, { ask, understood }, translator)}
        </Chip>
      ))}
      {understood.min_length_mm ? (
        <Chip on to={searchHref(ask, without('q'))}>
          {t('listings.length', { length: format.size(understood.min_length_mm) })}
        </Chip>
      ) : null}
      {understood.min_quantity ? (
        <Chip on to={searchHref(ask, without('q'))}>
          {t('listings.quantity', { count: understood.min_quantity })}
        </Chip>
      ) : null}
      {offered.map(({ key, name, lots }) =>
        key === ask.material ? null : (
          <Chip
            key={key}
            mat={family ? undefined : hatches.get(key)}
            count={lots}
            to={searchHref(ask, { material: key })}
          >
            {name}
          </Chip>
        ),
      )}
    </Chips>
  )
}

function When({ page: { ask, understood, facets } }: Props) {
  const { t } = useT()
  const distances = understood.place ? radii.slice(1, 4).filter((km) => km !== ask.radius) : []
  return (
    <Chips label={t('browse.when')}>
      {distances.map((km) => (
        <Chip key={km} to={searchHref(ask, { radius: km })}>
          {t('listings.radius', { km })}
        </Chip>
      ))}
      {deadlines.map((by) =>
        by === ask.by || facets.deadlines[by] === 0 ? null : (
          <Chip key={by} count={facets.deadlines[by]} to={searchHref(ask, { by })}>
            {t(`listings.by.${by}`)}
          </Chip>
        ),
      )}
    </Chips>
  )
}
