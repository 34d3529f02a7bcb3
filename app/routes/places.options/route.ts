import type { LoaderFunctionArgs } from '@remix-run/node'
import { understandPlace } from '#app/domain/places/gazetteer.server.ts'
import { placeLabel, placeName, pointValue, streetChoice } from '#app/domain/places/place-lookup.server.ts'
import { readPoint } from '#app/domain/places/point.ts'
import { anyone } from '#app/http/context.server.ts'
import { streetsRemembered } from '#app/http/streets.server.ts'
import type { Option } from '#app/ui/combobox.tsx'

/** Towns, quarters and postcodes for `?q=`; with `?latitude=&longitude=`, what that spot is called. No network is asked. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await anyone(request)
  const query = new URL(request.url).searchParams
  const point = readPoint(query.get('latitude') ?? '', query.get('longitude') ?? '')
  if (point) return Response.json({ name: placeName(point) ?? '' })
  const text = (query.get('q') ?? '').slice(0, 200)
  const { answers } = await streetsRemembered(db, text, now)
  const options: Option[] = understandPlace(text).places.map((place) => ({
    value: pointValue(place),
    label: placeLabel(place),
    note: place.kind === 'quarter' ? place.caps.slice(0, 2).join(' ') : place.province,
  }))
  return Response.json({ options: [...answers.map(streetChoice), ...options] })
}
