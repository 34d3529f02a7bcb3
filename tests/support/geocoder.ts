import { createServer, type IncomingHttpHeaders } from 'node:http'

type Asked = { path: string; query: URLSearchParams; headers: IncomingHttpHeaders; at: number }
type Reply = { status?: number; body?: unknown; headers?: Record<string, string>; late?: number }

export type Geocoder = {
  url: string
  asked: Asked[]
  /** What it answers from now on. */
  answer: (reply: Reply) => void
  close: () => Promise<void>
}

/** A geocoder on this machine, over real HTTP. It answers what it is told to; text goes out as it is. */
export async function geocoder(): Promise<Geocoder> {
  const asked: Asked[] = []
  let reply: Reply = { body: [] }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    // Not the clock of the test, which stands still.
    asked.push({ path: url.pathname, query: url.searchParams, headers: request.headers, at: performance.now() })
    const { status = 200, body = [], headers = {}, late = 0 } = reply
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    setTimeout(() => response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text), late)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    asked,
    answer: (next) => void (reply = next),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As Nominatim answers `format=jsonv2&addressdetails=1`: degrees are text. */
export function nominatimPlace(lat: string, lon: string, address: Record<string, string>) {
  return {
    place_id: 68_011_393,
    licence: 'Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright',
    osm_type: 'way',
    osm_id: 25_634_011,
    lat,
    lon,
    category: 'highway',
    type: 'primary',
    place_rank: 26,
    importance: 0.0534,
    addresstype: 'road',
    name: address['road'] ?? '',
    display_name: Object.values(address).join(', '),
    address: { ...address, country: 'Italia', country_code: 'it' },
    boundingbox: ['41.93', '41.94', '12.52', '12.53'],
  }
}

/** As Photon answers: GeoJSON, longitude first. */
export function photonPlace(lon: number, lat: number, properties: Record<string, string>) {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { osm_type: 'W', osm_key: 'highway', country: 'Italia', countrycode: 'IT', ...properties },
  }
}
