import type { LoaderFunctionArgs } from '@remix-run/node'
import { asLot } from '#app/domain/discovery/lot.ts'
import { lotHandle } from '#app/domain/discovery/lot-href.ts'
import type { LotRow } from '#app/domain/discovery/lot-rows.server.ts'
import { mapView } from '#app/domain/discovery/map-view.read.server.ts'
import { asAskedBy } from '#app/domain/discovery/searcher.read.server.ts'
import { type Point, readBox } from '#app/domain/places/point.ts'
import { anyone } from '#app/http/context.server.ts'
import { questionOf } from '#app/http/search-visit.server.ts'
import type { LotPin, LotsInView } from '#app/ui/map-seen.ts'

const firstZoomWithCircles = 13

/** The lots of a search inside a map's view, gathered for its zoom. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, locale, now, member } = await anyone(request)
  const query = new URL(request.url).searchParams
  const view = readBox(query.get('view'))
  const zoom = readZoom(query.get('zoom'))
  if (!view || zoom === undefined) return Response.json({ error: 'view-or-zoom-unreadable' }, { status: 400 })
  const question = await asAskedBy(db, member, questionOf(request, now))
  const { total, bunches, pins, most } = await mapView(db, question, view, zoom)
  const seen: LotsInView = {
    total,
    bunches: bunches.map(({ lots, grams, ...point }) => ({ ...degrees(point), lots, grams })),
    pins: pins.map((row) => asPin(row, { locale, now, zoom })),
    most,
  }
  return Response.json(seen, { headers: { 'Cache-Control': 'private, max-age=20' } })
}

function asPin(row: LotRow, { locale, now, zoom }: { locale: 'it' | 'en'; now: string; zoom: number }): LotPin {
  const lot = asLot(row, { locale, now })
  const { title, hatch, material_name, weight, photo, gone } = lot
  return {
    id: lotHandle(lot),
    title,
    ...degrees({ latitude_e6: Number(row.latitude_e6), longitude_e6: Number(row.longitude_e6) }),
    hatch,
    material_name,
    grams: weight?.typ,
    photo: photo?.hash,
    gone: gone ?? false,
    blur_radius_m: zoom >= firstZoomWithCircles ? (row.blur_radius_m ?? undefined) : undefined,
  }
}

function degrees({ latitude_e6, longitude_e6 }: Point) {
  return { lat: latitude_e6 / 1e6, lon: longitude_e6 / 1e6 }
}

function readZoom(text: string | null) {
  const zoom = /^\d{1,2}$/.test(text ?? '') ? Number(text) : undefined
  return zoom !== undefined && zoom >= 3 && zoom <= 18 ? zoom : undefined
}
