import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { radii } from '#app/domain/discovery/search-href.ts'
import { wantedHref } from '#app/domain/discovery/wanted-href.ts'
import { families } from '#app/domain/listings/material-families.ts'
import { Chip, Chips } from '#app/ui/chips.tsx'
import { NearBox } from '#app/ui/near-box.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = { ask: SearchAsk; place: string | null | undefined; said: string | undefined; count: number }

/** How many there are, near where, of which material: each filter a link, the place a plain form. */
export function WantedFilters({ ask, place, said, count }: Props) {
  const { t } = useT()
  return (
    <>
      <Title>{place ? t('wanted.near', { count, place }) : t('wanted.count', { count })}</Title>
      <NearBox to="/wanted" ask={ask} place={place} said={said} keep={['material', 'radius']} href={wantedHref} />
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
