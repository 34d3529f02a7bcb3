import { z } from 'zod'
import type { Located } from '#app/domain/places/geocoded.ts'
import { log } from './log.server.ts'

const patience = 3_000
const most = 5

/** No answer came. `wait` is for how many milliseconds the geocoder wants to be left alone, when it says so. */
export type Away = { away: true; wait: number }

/** True when GEOCODER_URL names a geocoder that GEOCODER_KIND says how to talk to. */
export function hasGeocoder() {
  return base() !== undefined
}

/**
 * Asks the geocoder of GEOCODER_URL for a street or spot in Italy. Whoever calls keeps to one request a second: that is what
 * Nominatim's terms allow. Never logs the text: it may be where somebody lives.
 */
export async function askGeocoder(text: string): Promise<Located[] | Away> {
  const url = base()
  if (!url) return { away: true, wait: 0 }
  try {
    const response = await fetch(question(url, text), {
      headers: { 'User-Agent': userAgent(), 'Accept-Language': 'it' },
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) return noAnswer(`status ${response.status}`, response.headers.get('Retry-After'))
    const answer: unknown = await response.json()
    return kindOf() === 'photon' ? fromPhoton(answer) : fromNominatim(answer)
  } catch (error) {
    // Only its name: the message may quote the address asked for, or the page that came instead of an answer.
    return noAnswer(error instanceof Error ? error.name : 'unknown', null)
  }
}

function noAnswer(problem: string, retryAfter: string | null): Away {
  log.warn({ geocoder: base()?.host, problem }, 'the geocoder gave no answer')
  const seconds = Number(retryAfter ?? 0)
  return { away: true, wait: Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0 }
}

function base(): URL | undefined {
  const url = process.env['GEOCODER_URL'] ?? ''
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url) : undefined
}

function kindOf() {
  return process.env['GEOCODER_KIND'] === 'photon' ? 'photon' : 'nominatim'
}

function userAgent() {
  return `Rimessa (${process.env['ORIGIN'] ?? 'http://localhost:3000'})`
}

function question(url: URL, text: string) {
  const asks =
    kindOf() === 'photon'
      ? { path: 'api', query: { q: text, limit: String(most) } }
      : {
          path: 'search',
          query: { q: text, format: 'jsonv2', addressdetails: '1', countrycodes: 'it', limit: String(most) },
        }
  const asked = new URL(`${url.pathname.replace(/\/+$/, '')}/${asks.path}`, url)
  asked.search = new URLSearchParams(asks.query).toString()
  return asked
}

const Degrees = z.coerce.number().finite()
const name = z.string().max(300).optional().catch(undefined)

const Nominatim = z.array(
  z.object({
    lat: Degrees,
    lon: Degrees,
    name,
    address: z
      .object({
        road: name,
        house_number: name,
        city: name,
        town: name,
        village: name,
        municipality: name,
        country_code: name,
      })
      .optional()
      .catch(undefined),
  }),
)

function fromNominatim(answer: unknown): Located[] {
  return Nominatim.parse(answer)
    .slice(0, most)
    .filter(({ address }) => (address?.country_code ?? 'it') === 'it')
    .map(({ lat, lon, address, ...place }) => {
      const town = address?.city ?? address?.town ?? address?.village ?? address?.municipality ?? null
      return located({ lat, lon, town, street: address?.road, number: address?.house_number, name: place.name })
    })
}

const Photon = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([Degrees, Degrees]) }),
      properties: z.object({
        name,
        street: name,
        housenumber: name,
        city: name,
        type: name,
        osm_value: name,
        countrycode: name,
      }),
    }),
  ),
})

function fromPhoton(answer: unknown): Located[] {
  return Photon.parse(answer)
    .features.slice(0, most)
    .filter(({ properties }) => (properties.countrycode ?? 'IT') === 'IT')
    .map(({ geometry, properties }) => {
      const [lon, lat] = geometry.coordinates
      const { city, street, housenumber: number } = properties
      return located({ lat, lon, town: city ?? null, street, number, name: properties.name })
    })
}

type Parts = {
  lat: number
  lon: number
  town: string | null
  street: string | undefined
  number: string | undefined
  name: string | undefined
}

/** «Via Nomentana 411, Roma». */
function located({ lat, lon, town, street, number, name }: Parts): Located {
  const spot = street ? [street, number].filter(Boolean).join(' ') : (name ?? '')
  return {
    latitude_e6: Math.round(lat * 1e6),
    longitude_e6: Math.round(lon * 1e6),
    label: [spot, town === spot ? '' : (town ?? '')].filter(Boolean).join(', '),
    town,
  }
}
