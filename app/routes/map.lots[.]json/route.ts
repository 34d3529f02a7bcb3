import type { LoaderFunctionArgs } from '@remix-run/node'
import { asLot } from '#app/domain/discovery/lot.ts'
import { mapView } from '#app/domain/discovery/map-view.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { boxOf, questionOf } from '#app/http/search-visit.server.ts'

/** The lots of a search inside a map's view: blurred points only. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, locale, now } = await anyone(request)
  const box = boxOf(new URL(request.url).searchParams.get('bbox'))
  const { pins } = box ? await mapView(db, questionOf(request, now, box), box, 18) : { pins: [] }
  const lots = pins.map((row) => {
    const { id, title, hatch, weight, material_name } = asLot(row, { locale, now })
    return {
      id,
      title,
      hatch,
      material_name,
      grams: weight?.typ,
      latitude: Number(row.latitude_e6) / 1e6,
      longitude: Number(row.longitude_e6) / 1e6,
    }
  })
  return Response.json({ lots }, { headers: { 'Cache-Control': 'private, max-age=20' } })
}
