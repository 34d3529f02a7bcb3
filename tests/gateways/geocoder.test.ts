import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askGeocoder, hasGeocoder } from '#app/gateways/geocoder.server.ts'
import { log } from '#app/gateways/log.server.ts'
import { type Geocoder, geocoder, nominatimPlace, photonPlace } from '../support/geocoder.ts'

const street = 'via Nomentana 411, Roma'
let service: Geocoder

beforeEach(async () => {
  service = await geocoder()
  vi.stubEnv('GEOCODER_URL', service.url)
  vi.stubEnv('ORIGIN', 'https://rimessa.example')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await service.close()
})

describe('Nominatim', () => {
  test('is asked as its terms want, and its answer read', async () => {
    service.answer({
      body: [
        nominatimPlace('41.9321563', '12.5272519', { road: 'Via Nomentana', house_number: '411', city: 'Roma' }),
        nominatimPlace('42.0211', '12.6233', { road: 'Via Nomentana', town: 'Fonte Nuova' }),
      ],
    })
    expect(await askGeocoder(street)).toEqual([
      { latitude_e6: 41_932_156, longitude_e6: 12_527_252, label: 'Via Nomentana 411, Roma', town: 'Roma' },
      { latitude_e6: 42_021_100, longitude_e6: 12_623_300, label: 'Via Nomentana, Fonte Nuova', town: 'Fonte Nuova' },
    ])
    const [asked] = service.asked
    expect(asked?.path).toBe('/search')
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({
      q: street,
      format: 'jsonv2',
      addressdetails: '1',
      countrycodes: 'it',
      limit: '5',
    })
    expect(asked?.headers['user-agent']).toBe('Rimessa (https://rimessa.example)')
    expect(asked?.headers.cookie).toBeUndefined()
  })

  test('under a folder of a host is asked there', async () => {
    vi.stubEnv('GEOCODER_URL', `${service.url}/nominatim/`)
    expect(await askGeocoder(street)).toEqual([])
    expect(service.asked[0]?.path).toBe('/nominatim/search')
  })
})

test('Photon is asked its own way, its longitude comes first, and what is abroad is left out', async () => {
  vi.stubEnv('GEOCODER_KIND', 'photon')
  const here = { street: 'Via Nomentana', housenumber: '411', city: 'Roma', name: 'Bar' }
  service.answer({
    body: {
      type: 'FeatureCollection',
      features: [
        photonPlace(12.5272519, 41.9321563, here),
        photonPlace(2.35, 48.85, { name: 'Rue de Rome', city: 'Paris', countrycode: 'FR' }),
        photonPlace(12.5, 41.9, { name: 'Stazione Termini', city: 'Roma' }),
      ],
    },
  })
  expect(await askGeocoder(street)).toEqual([
    { latitude_e6: 41_932_156, longitude_e6: 12_527_252, label: 'Via Nomentana 411, Roma', town: 'Roma' },
    { latitude_e6: 41_900_000, longitude_e6: 12_500_000, label: 'Stazione Termini, Roma', town: 'Roma' },
  ])
  expect(service.asked[0]?.path).toBe('/api')
  expect(Object.fromEntries(service.asked[0]?.query ?? [])).toEqual({ q: street, limit: '5' })
})

describe('a geocoder that is away', () => {
  test.each([
    ['fails', { status: 503, body: 'down' }, 0],
    ['has had enough', { status: 429, headers: { 'Retry-After': '120' } }, 120_000],
    ['wants us back on a day', { status: 429, headers: { 'Retry-After': 'Sun, 29 Nov 2026 12:00:00 GMT' } }, 0],
    ['answers a page', { body: `<html>${street}</html>` }, 0],
    ['answers something else', { body: { error: street } }, 0],
    ['answers degrees that are none', { body: [{ lat: 'north', lon: '12' }] }, 0],
  ])('because it %s is no error, and the street stays out of the log', async (_why, reply, wait) => {
    const said = vi.spyOn(log, 'warn')
    service.answer(reply)
    expect(await askGeocoder(street)).toEqual({ away: true, wait })
    expect(said).toHaveBeenCalledOnce()
    expect(JSON.stringify(said.mock.calls)).not.toMatch(/Nomentana|411/i)
  })

  test('because it is too slow is given up after three seconds', async () => {
    const said = vi.spyOn(log, 'warn')
    service.answer({ body: [], late: 10_000 })
    const before = performance.now()
    expect(await askGeocoder(street)).toEqual({ away: true, wait: 0 })
    expect(performance.now() - before).toBeGreaterThan(2_900)
    expect(performance.now() - before).toBeLessThan(8_000)
    expect(JSON.stringify(said.mock.calls)).toContain('TimeoutError')
  })

  test('because nobody listens there', async () => {
    vi.stubEnv('GEOCODER_URL', 'http://127.0.0.1:9')
    vi.spyOn(log, 'warn')
    expect(await askGeocoder(street)).toEqual({ away: true, wait: 0 })
  })
})

test('without a setting, or with one that is no web address, there is none', () => {
  for (const url of ['', 'nominatim', 'file:///etc/hosts', 'https://']) {
    vi.stubEnv('GEOCODER_URL', url)
    expect([url, hasGeocoder()]).toEqual([url, false])
  }
})
