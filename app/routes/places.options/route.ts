import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchPlaces } from '#app/domain/places/gazetteer.server.ts'
import { placeLabel, placeName } from '#app/domain/places/place-lookup.server.ts'
import { readPoint } from '#app/domain/places/point.ts'
import { anyone } from '#app/http/context.server.ts'
import type { Option } from '#app/ui/combobox.tsx'

/** Towns, quarters and postcodes for `?q=`; with `?latitude=&longitude=`, what that spot is called. No network is asked. */
export async function loader({ request }: LoaderFunctionArgs) {
  await anyone(request)
  const query = new URL(request.url).searchParams
  const point = readPoint(query.get('latitude') ?? '', query.get('longitude') ?? '')
  if (point) return Response.json({ name: placeName(point) ?? '' })
  const options: Option[] = searchPlaces(query.get('q') ?? '').map((place) => ({
    value: `${place.latitude_e6 / 1e6},${place.longitude_e6 / 1e6}`,
    label: placeLabel(place),
    note: place.kind === 'quarter' ? place.caps.slice(0, 2).join(' ') : place.province,
  }))
  return Response.json({ options })
}
