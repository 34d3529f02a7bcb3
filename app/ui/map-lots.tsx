import { useMemo } from 'react'
import { Circle, Rectangle } from 'react-leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import type { Point } from '#app/domain/places/point.ts'
import { Banner } from './banner.tsx'
import { SearchHere } from './map-here.tsx'
import { aLittleLess, lookOf, nearestZoom } from './map-look.ts'
import { MapMarks } from './map-marks.tsx'
import { MyPosition } from './map-mine.tsx'
import { MapSheet } from './map-sheet.tsx'
import { useLotsSeen } from './use-lots-seen.ts'
import { useT } from './use-t.tsx'

type Props = { search: SearchAsk; from: Point | undefined }

/** Every lot of the search. The list beside it is its accessible twin, and asks the same question. */
export default function LotsOnMap({ search, from }: Props) {
  const { bbox, radius } = search
  const { latitude_e6, longitude_e6 } = from ?? {}
  const look = useMemo(
    () =>
      lookOf(
        { bbox, radius },
        latitude_e6 !== undefined && longitude_e6 !== undefined ? { latitude_e6, longitude_e6 } : undefined,
      ),
    [bbox, radius, latitude_e6, longitude_e6],
  )
  return (
    <MapSheet view={{ bounds: aLittleLess(look), maxZoom: nearestZoom }}>
      {bbox ? <Rectangle key={bbox} bounds={look} className="map-asked" interactive={false} /> : null}
      {from && radius ? (
        <Circle
          key={`${latitude_e6} ${longitude_e6} ${radius}`}
          center={[from.latitude_e6 / 1e6, from.longitude_e6 / 1e6]}
          radius={radius * 1000}
          className="map-asked"
          interactive={false}
        />
      ) : null}
      <Lots search={search} />
      <SearchHere search={search} look={look} />
      <MyPosition />
    </MapSheet>
  )
}

function Lots({ search }: { search: SearchAsk }) {
  const { t, format } = useT()
  const { seen, failed } = useLotsSeen(search)
  return (
    <>
      <MapMarks seen={seen} search={search} />
      <p className="map-tally" role="status">
        {seen
          ? t('listings.map.total', { count: seen.total.lots, mass: format.kilograms(seen.total.grams, 'C') })
          : null}
        {seen?.most ? ` ${t('listings.map.most')}` : null}
      </p>
      {failed ? (
        <div className="map-said">
          <Banner tone="fail" role="status">
            {t('listings.map.failed')}
          </Banner>
        </div>
      ) : null}
    </>
  )
}
