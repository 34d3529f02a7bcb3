import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { savePlace } from '#app/domain/places/save-place.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import { streetsCalled } from '#app/http/streets.server.ts'
import { loader as lots } from '#app/routes/listings._index/route.tsx'
import { loader as options } from '#app/routes/places.options/route.ts'
import { action as postWanted } from '#app/routes/wanted.new/route.tsx'
import { unpacked } from '#app/ui/packed.ts'
import { type Geocoder, geocoder, nominatimPlace } from '../support/geocoder.ts'
import { actOf, clockAt, context, db, freshWorld, now, posted, requestTo, signedInRequest } from '../support/world.ts'

const street = 'via Nomentana 411, Roma'
const answer = [
  nominatimPlace('41.9321563', '12.5272519', { road: 'Via Nomentana', house_number: '411', city: 'Roma' }),
]
let service: Geocoder

beforeEach(async () => {
  await freshWorld()
  service = await geocoder()
  service.answer({ body: answer })
  vi.stubEnv('GEOCODER_URL', service.url)
  vi.spyOn(log, 'warn').mockImplementation(() => undefined)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await service.close()
})

type Understood = { place: string | null | undefined; place_said: string | undefined }
type Page = Awaited<ReturnType<typeof lots>>

/** The page of lots near this text, or where it sends the browser. */
async function near(text: string): Promise<Understood | string> {
  const request = requestTo(`/listings?${new URLSearchParams({ near: text, radius: '10' })}`)
  const reply: unknown = await lots({ request, params: {}, context }).catch((thrown: unknown) => thrown)
  if (reply instanceof Response) return reply.headers.get('Location') ?? ''
  return unpacked((reply as Page).page).understood
}

describe('a search near a street', () => {
  test('goes on with its point in the URL, which the page then takes without asking again', async () => {
    const to = await near(street)
    expect(to).toBe('/listings?near=via+Nomentana+411%2C+Roma&radius=10&lat=41.9322&lon=12.5273')
    const page = unpacked((await lots({ request: requestTo(String(to)), params: {}, context })).page)
    expect(page.from).toEqual({ latitude_e6: 41_932_200, longitude_e6: 12_527_300 })
    expect(page.understood).toMatchObject({ place: street, place_said: 'listings.place.credit' })
    expect(service.asked).toHaveLength(1)
  })

  test('is asked once a month, and its text is nowhere in the store', async () => {
    await near(street)
    await near('Via  NOMENTANA 411 Roma')
    expect(service.asked).toHaveLength(1)
    const rows = await db.selectFrom('geocoded_places').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.asked).not.toMatch(/nomentana/i)
    clockAt(later(now, { days: 31 }))
    await near(street)
    expect(service.asked).toHaveLength(2)
  })

  test('that nobody knows starts from its town, and says so; a day later it is asked again', async () => {
    service.answer({ body: [] })
    const said = {
      place: 'Roma',
      place_said: 'listings.place.street?typed=via+Nomentana+411%2C+Roma&found=Roma+%28RM%29',
    }
    expect(await near(street)).toMatchObject(said)
    expect(await near(street)).toMatchObject(said)
    expect(service.asked).toHaveLength(1)
    clockAt(later(now, { hours: 25 }))
    await near(street)
    expect(service.asked).toHaveLength(2)
  })

  test('while the geocoder is away starts from its town, and says so; without a town it says what to type', async () => {
    service.answer({ status: 503 })
    expect(await near(street)).toMatchObject({ place: 'Roma', place_said: 'listings.place.away?found=Roma+%28RM%29' })
    expect(await near('piazza Sempione')).toMatchObject({ place: null, place_said: 'listings.place.away_nowhere' })
  })

  test('without a geocoder starts from its town', async () => {
    vi.stubEnv('GEOCODER_URL', '')
    expect(await near(street)).toMatchObject({ place: 'Roma' })
    const unknown = await near('via Nomentana 411')
    expect(unknown).toMatchObject({ place: null })
    expect(unknown).not.toHaveProperty('place_said')
    expect(service.asked).toHaveLength(0)
  })
})

describe('a search near a place the gazetteer knows', () => {
  test('asks nobody', async () => {
    for (const text of ['Tivoli', 'S. Basilio', '00138', 'Tivoli (RM)', 'vicino a Nemi', 'Piazza Armerina'])
      await near(text)
    expect(service.asked).toHaveLength(0)
  })

  test('says which, when there are several', async () => {
    expect(await near('Samone')).toEqual(
      expect.objectContaining({
        place: 'Samone',
        place_said: 'listings.place.several?typed=Samone&found=Samone+%28TO%29',
      }),
    )
  })

  test('misspelt says what it took it for', async () => {
    service.answer({ body: [] })
    expect(await near('Frascatti')).toMatchObject({
      place: 'Frascati',
      place_said: 'listings.place.guessed?typed=Frascatti&found=Frascati+%28RM%29',
    })
  })
})

describe('the turn', () => {
  test('comes once a second for all who ask at once; who would wait too long is told', async () => {
    const replies = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((number) => streetsCalled(db, `via Nomentana ${number}`, new Date().toISOString())),
    )
    expect(replies.map(({ state }) => state).sort()).toEqual(['asked', 'asked', 'asked', 'away', 'away', 'away'])
    const times = service.asked.map(({ at }) => at).sort((a, b) => a - b)
    for (const [at, time] of times.entries()) if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThan(700)
  })

  test('is nobody’s for a minute after three failures, then one asks alone, and its answer lets the others in', async () => {
    service.answer({ status: 500 })
    let at = now
    const ask = async (number: number, seconds: number) => {
      at = later(at, { minutes: seconds / 60 })
      clockAt(at)
      return (await streetsCalled(db, `via Salaria ${number}`, at)).state
    }
    for (const number of [1, 2, 3]) expect(await ask(number, 2)).toBe('away')
    expect(service.asked).toHaveLength(3)
    service.answer({ body: answer })
    expect(await ask(4, 50)).toBe('away')
    expect(service.asked).toHaveLength(3)
    expect(await ask(5, 11)).toBe('asked')
    expect(await ask(6, 2)).toBe('asked')
    expect(service.asked).toHaveLength(5)
  })

  test('waits as long as the geocoder wants to be left alone', async () => {
    service.answer({ status: 429, headers: { 'Retry-After': '90' } })
    expect((await streetsCalled(db, 'via Salaria 1', now)).state).toBe('away')
    service.answer({ body: answer })
    expect((await streetsCalled(db, 'via Salaria 2', later(now, { minutes: 1 }))).state).toBe('away')
    expect((await streetsCalled(db, 'via Salaria 3', later(now, { minutes: 2 }))).state).toBe('asked')
  })
})

describe('a form', () => {
  const fields = { material: 'Legno', quantity: '3', unit: 'piece', radius: '10', town: street }
  const send = async (town: string, more: Record<string, string> = {}) => {
    const request = await signedInRequest('ada', '/wanted/new', posted({ ...fields, town, ...more }))
    const reply = (await postWanted({ request, params: {}, context })) as { data: Reply }
    return reply.data
  }
  type Reply = { errors: Record<string, string>; choices: { places: unknown[] }; typed: Record<string, string> }

  test('takes the one place that answers', async () => {
    expect((await send(street)).errors['town']).toBeUndefined()
  })

  test('asks which, when several answer', async () => {
    service.answer({
      body: [...answer, nominatimPlace('42.0211', '12.6233', { road: 'Via Nomentana', town: 'Fonte Nuova' })],
    })
    const { errors, choices } = await send('via Nomentana')
    expect(errors['town']).toBe('posting.errors.place-which')
    expect(choices.places).toEqual([
      { value: '41.932156,12.527252', label: 'Via Nomentana 411, Roma' },
      { value: '42.0211,12.6233', label: 'Via Nomentana, Fonte Nuova' },
    ])
  })

  test('keeps all that was typed when the geocoder is away, and offers the town', async () => {
    service.answer({ status: 500 })
    const { errors, choices, typed } = await send(street)
    expect(errors['town']).toBe('posting.errors.place-away')
    expect(choices.places).toMatchObject([{ label: 'Roma (RM)' }])
    expect(typed).toMatchObject({ town: street, quantity: '3' })
  })

  test('takes no misspelt town without asking', async () => {
    service.answer({ body: [] })
    const { errors, choices } = await send('Frascatti')
    expect(errors['town']).toBe('posting.errors.place-near')
    expect(choices.places).toContainEqual(expect.objectContaining({ label: 'Frascati (RM)' }))
  })

  test('tells places of one name apart', async () => {
    const { errors, choices } = await send('Samone')
    expect(errors['town']).toBe('posting.errors.place-which')
    expect(choices.places).toMatchObject([{ label: 'Samone (TO)' }, { label: 'Samone (TN)' }])
  })
})

describe('while somebody types', () => {
  const offered = async (q: string) => {
    const request = requestTo(`/places/options?${new URLSearchParams({ q })}`)
    const reply = await options({ request, params: {}, context })
    return ((await reply.json()) as { options: { label: string }[] }).options.map(({ label }) => label)
  }

  test('nobody is asked, however long the text, but what is remembered is offered', async () => {
    expect(await offered(street)).toEqual(['Roma'])
    expect(await offered('a'.repeat(100_000))).toEqual([])
    expect(service.asked).toHaveLength(0)
    await near(street)
    expect(await offered(street)).toEqual(['Via Nomentana 411, Roma', 'Roma'])
    expect(service.asked).toHaveLength(1)
  })
})

describe('the town of a street', () => {
  const edge = { lat: '41.9600', lon: '12.6700' }
  const save = async () => {
    const point = { latitude_e6: Number(edge.lat) * 1e6, longitude_e6: Number(edge.lon) * 1e6 }
    const words = { street: 'via dell’Albuccione 1', access_notes: '', phone: '' }
    const place = await write(db, (trx) =>
      savePlace(trx, actOf('ada'), { ...point, ...words }, { instead_of: null, organisation_id: null }),
    )
    if (isRefusal(place)) throw new Error(place.refused)
    return db.selectFrom('places').selectAll().where('id', '=', place.place_id).executeTakeFirstOrThrow()
  }

  test('is the one the geocoder says, while it is remembered, and ours where it says none we know', async () => {
    const ours = await save()
    service.answer({ body: [nominatimPlace(edge.lat, edge.lon, { road: 'Via dell’Albuccione', town: 'Mentana' })] })
    await streetsCalled(db, 'via dell’Albuccione 1', now)
    expect(await save()).toMatchObject({ municipality: 'Mentana', municipality_istat: '058059', area: 'Mentana' })
    service.answer({ body: [nominatimPlace(edge.lat, edge.lon, { road: 'Via dell’Albuccione', town: 'Atlantide' })] })
    clockAt(later(now, { days: 31 }))
    await streetsCalled(db, 'via dell’Albuccione 1', later(now, { days: 31 }))
    expect((await save()).municipality).toBe(ours.municipality)
  })
})
