import type { EntryContext, ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import { expect, test } from 'vitest'
import { narrowHandler } from '#scripts/serve/narrow-routes.ts'
import type { Handle } from '#scripts/serve/remix.ts'

const context = { nonce: 'once', reference: 'here' }
const Page = () => null

const patterns = {
  'routes/_index': undefined,
  'routes/listings._index': 'listings',
  'routes/listings.new': 'listings/new',
  'routes/listings.$listingId': 'listings/:listingId',
  'routes/listings.$listingId_.claims.new': 'listings/:listingId/claims/new',
  'routes/about': 'about',
  'routes/files.$name': 'files/:name',
  'routes/$word': ':word',
}

const build = {
  entry: { module: { default: matched, handleError: () => undefined } },
  routes: Object.fromEntries(
    [
      { id: 'root', path: '', module: { default: Page } },
      ...Object.entries(patterns).map(([id, path]) => ({ id, parentId: 'root', path, module: { default: Page } })),
      { id: 'routes/about.privacy', parentId: 'routes/about', path: 'privacy', module: { default: Page } },
    ].map((route) => [route.id, { ...route, index: route.id.endsWith('_index') && route.path === undefined }]),
  ),
  assets: { version: '1', routes: {} },
  future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
  isSpaMode: false,
} as unknown as ServerBuild
Object.assign(build.assets.routes, build.routes)

/** Instead of a page: what Remix would render, and how many routes it had to look through. */
function matched(
  _request: Request,
  status: number,
  _headers: Headers,
  { staticHandlerContext, manifest }: EntryContext,
) {
  const matches = staticHandlerContext.matches.map(({ route, params }) => [route.id, params])
  return Response.json({ status, matches, known: Object.keys(manifest.routes).length })
}

async function answers(handle: Handle, path: string) {
  const answer = await handle(new Request(`http://here${path}`), context)
  const text = await answer.text()
  return answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : { text, status: answer.status }
}

const all = createRequestHandler(build, 'production')
const narrow = narrowHandler(build)

test.each([
  '/',
  '/?q=boards',
  '/listings',
  '/listings/',
  '/Listings',
  '/%6Cistings',
  '/listings?sort=newest',
  '/listings/new',
  '/listings/42',
  '/listings/42/claims/new',
  '/listings/42/claims/new/again/and/again',
  '/listings/42/claims',
  '/listings.data',
  '/about',
  '/about/privacy',
  '/files/sheet.data',
  '/anything',
  '/anything/else',
  '/_root.data',
  '//listings',
])('%s leads where it would if all routes were known', async (path) => {
  const { known: _, ...few } = await answers(narrow, path)
  const { known: __, ...every } = await answers(all, path)
  expect(few).toEqual(every)
})

test('a short address does not look through the long ones, nor through those that begin otherwise', async () => {
  const known = async (path: string) => (await answers(narrow, path)).known
  expect(await known('/listings')).toBeLessThan(await known('/listings/42'))
  expect(await known('/listings/42/claims/new')).toBeLessThan((await answers(all, '/listings')).known)
})

test('the browser may ask about any route', async () => {
  const answer = await narrow(new Request('http://here/__manifest?version=1&p=/about/privacy&p=/listings/42'), context)
  expect(Object.keys((await answer.json()) as object).sort()).toEqual([
    'root',
    'routes/about',
    'routes/about.privacy',
    'routes/listings.$listingId',
    'routes/listings._index',
  ])
})
