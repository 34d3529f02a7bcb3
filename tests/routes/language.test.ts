import { beforeEach, describe, expect, test } from 'vitest'
import { localeOf, rememberLocale } from '#app/http/locale.server.ts'
import { editions } from '#app/i18n/catalogues.server.ts'
import { loader as root } from '#app/root.tsx'
import { loader as weighing } from '#app/routes/about.weighing/route.tsx'
import { loader as catalogue } from '#app/routes/catalogue.$file/route.ts'
import { context, freshWorld, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

const asked = (path: string, headers: HeadersInit = {}) => new Request(`http://localhost${path}`, { headers })

describe('the language of a page', () => {
  const everything = { cookie: 'theme=dark; lang=it', 'accept-language': 'it' }

  test('is the one in its address, whatever else was chosen', () => {
    expect(localeOf(asked('/listings?lang=en', everything), 'it')).toBe('en')
  })

  test('else the one chosen before, else the member’s, else the browser’s', () => {
    expect(localeOf(asked('/', { cookie: 'lang=en', 'accept-language': 'it' }), 'it')).toBe('en')
    expect(localeOf(asked('/', { 'accept-language': 'it' }), 'en')).toBe('en')
    expect(localeOf(asked('/', { 'accept-language': 'de-DE, en-GB;q=0.8, it;q=0.5' }))).toBe('en')
  })

  test('else Italian', () => {
    expect(localeOf(asked('/'))).toBe('it')
    expect(localeOf(asked('/?lang=tlh', { cookie: 'lang=xx', 'accept-language': 'fr' }), 'de')).toBe('it')
  })

  test('is not read from a word that only contains it', () => {
    expect(localeOf(asked('/', { cookie: 'slang=en', 'accept-language': 'fr' }))).toBe('it')
  })

  test('is remembered when it was chosen in the address, and only then', () => {
    expect(rememberLocale(asked('/?lang=en'))).toEqual({
      'Set-Cookie': expect.stringMatching(/^lang=en; Path=\/; Max-Age=\d+; SameSite=Lax$/),
    })
    expect(rememberLocale(asked('/?lang=tlh'))).toEqual({})
    expect(rememberLocale(asked('/', everything))).toEqual({})
  })
})

describe('every page’s frame', () => {
  const frame = async (request: Request) => root({ request, params: {}, context })

  test('comes in the language asked for, and asks the browser to keep it', async () => {
    const { data, init } = await frame(asked('/?lang=en'))
    expect(data.locale).toBe('en')
    expect(new Headers(init?.headers).get('set-cookie')).toContain('lang=en')
  })

  test('knows nobody who has not signed in', async () => {
    expect((await frame(asked('/'))).data.visitor).toBeUndefined()
  })

  test('knows a member by name, and tells the browser no more of them than that', async () => {
    const { data } = await frame(await signedInRequest('ada', '/'))
    expect(data.visitor?.id).toBe('ada')
    expect(Object.keys(data.visitor ?? {}).sort()).toEqual(['id', 'is_staff', 'name', 'unseen'])
  })
})

describe('the catalogue of a language', () => {
  const fetched = async (file: string) => catalogue({ request: asked(`/catalogue/${file}`), params: { file }, context })

  test('is JSON that may be kept for ever, because its name changes with its words', async () => {
    const reply = await fetched(editions.en.file)
    expect(reply.headers.get('cache-control')).toContain('immutable')
    expect(await reply.json()).toHaveProperty('shell.skip', 'Skip to content')
  })

  test('of other words, or of another file, is not there', async () => {
    for (const file of ['en-000000000000.json', 'it.json', '../../package.json']) {
      await expect(fetched(file)).rejects.toMatchObject({ init: { status: 404 } })
    }
  })
})

test('a page’s title comes in the language of whoever reads it', async () => {
  const titled = async (path: string) => (await weighing({ request: asked(path), params: {}, context })).title
  expect(await titled('/about/weighing')).toBe('Come pesiamo')
  expect(await titled('/about/weighing?lang=en')).toBe('How we weigh')
})
