import { rmSync } from 'node:fs'
import { join as path } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { firstAdminLink } from '#app/domain/people/first-admin.server.ts'
import { hashPassword } from '#app/domain/people/password-hash.server.ts'
import { write } from '#app/domain/write.server.ts'
import { lettersInOutbox } from '#app/gateways/mail-outbox.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { carryMails } from '#app/jobs/carry-mails.server.ts'
import { action as becomeAdmin, loader as firstAdminPage } from '#app/routes/first-admin.$token/route.tsx'
import { action as join } from '#app/routes/join/route.tsx'
import { action as askReset } from '#app/routes/reset._index/route.tsx'
import { action as reset } from '#app/routes/reset.$token/route.tsx'
import { action as signIn, loader as signInPage } from '#app/routes/sign-in/route.tsx'
import { action as signOut, loader as signOutPage } from '#app/routes/sign-out/route.ts'
import { action as verifyAgain } from '#app/routes/verify._index/route.tsx'
import { action as verify, loader as verifyPage } from '#app/routes/verify.$token/route.tsx'
import { clockAt, context, db, freshWorld, now, posted, requestTo, signedInRequest } from '../support/world.ts'

beforeEach(async () => {
  rmSync(path(process.env['DATA_DIR'] ?? '', 'outbox'), { recursive: true, force: true })
  await freshWorld()
})

let visitors = 0
/** Each visitor comes from a network of their own, so that one test's tries do not count for the next. */
const from = (address = `10.0.0.${++visitors}`) => ({ params: {}, context: { ...context, address } })

const password = 'quattro travi dritte'
const nina = { email: 'Nina@Example.org', name: 'Nina Bo', password }
const post = (url: string, fields: Record<string, string>) => requestTo(url, posted(fields))
const givePassword = async (id: string) =>
  db
    .updateTable('members')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', id)
    .execute()
const cookieOf = (reply: unknown) =>
  (reply as Response).headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const letter = async () => {
  await carryMails(db, new Date().toISOString())
  return (await lettersInOutbox())[0]
}
const tokenIn = (href = '') => new URL(href).pathname.split('/')[2] ?? ''

test('join, follow the letter, sign in: then one may act', async () => {
  expect(await join({ request: post('/join', nina), ...from() })).toEqual({ sent_to: 'nina@example.org' })
  const mailed = await letter()
  expect(mailed).toMatchObject({ to: 'nina@example.org', subject: 'Conferma il tuo indirizzo' })
  const token = tokenIn(mailed?.href)
  const link = { params: { token }, context }
  expect(await verifyPage({ request: requestTo(`/verify/${token}`), ...link })).toMatchObject({ opens: true })
  expect(await verifyPage({ request: requestTo(`/verify/${token}`), ...link })).toMatchObject({ opens: true })
  const verified = (await verify({ request: post(`/verify/${token}`, {}), ...link })) as Response
  expect([verified.status, verified.headers.get('location')]).toEqual([302, '/sign-in'])

  const entered = await signIn({
    request: post('/sign-in?to=/listings/new', { email: ' NINA@example.org', password }),
    ...from(),
  })
  expect(entered).toMatchObject({ status: 302 })
  expect((entered as Response).headers.get('location')).toBe('/listings/new')
  const { member } = await signedIn(requestTo('/account', { headers: { Cookie: cookieOf(entered) } }))
  expect(member).toMatchObject({ name: 'Nina Bo', email_verified: true })
})

test('a letter’s link that was used, or is old, says so and leads to another', async () => {
  await join({ request: post('/join', nina), ...from() })
  const token = tokenIn((await letter())?.href)
  const link = { params: { token }, context }
  clockAt(later(now, { hours: 49 }))
  expect(await verifyPage({ request: requestTo(`/verify/${token}`), ...link })).toMatchObject({ opens: false })
  const refused = (await verify({ request: post(`/verify/${token}`, {}), ...link })) as Response
  expect(refused.headers.get('location')).toBe('/verify')
  await verifyAgain({ request: post('/verify', { email: nina.email }), ...from() })
  expect(tokenIn((await letter())?.href)).not.toBe(token)
})

test('the page is the same for an address that is known: only its owner is told', async () => {
  const stranger = await join({ request: post('/join', nina), ...from() })
  const known = await join({ request: post('/join', { ...nina, email: 'ada@example.org' }), ...from() })
  expect(known).toEqual({ ...(stranger as object), sent_to: 'ada@example.org' })
  await carryMails(db, now)
  const subjects = (await lettersInOutbox()).map(({ to, subject }) => [to, subject])
  expect(subjects).toContainEqual(['ada@example.org', 'Hai già un profilo'])
  expect(
    await db.selectFrom('members').select('name').where('email', '=', 'ada@example.org').executeTakeFirst(),
  ).toEqual({ name: 'Ada Ferri' })
})

test('what was typed comes back with a word beside it, but no password', async () => {
  const reply = await join({ request: post('/join', { email: 'nina', name: ' ', password: 'breve' }), ...from() })
  expect(reply).toMatchObject({
    init: { status: 422 },
    data: {
      errors: { email: 'errors.email', name: 'errors.required', password: 'people.errors.password-short' },
      typed: { email: 'nina' },
    },
  })
  expect(JSON.stringify(reply)).not.toContain('breve')
})

test('an organisation joins with its person; its VAT number must add up', async () => {
  const shop = { ...nina, for_organisation: 'yes', organisation_name: 'Bottega Bo', organisation_kind: 'workshop' }
  expect(await join({ request: post('/join', { ...shop, vat_number: '01234567890' }), ...from() })).toMatchObject({
    init: { status: 422 },
    data: { errors: { vat_number: 'people.errors.vat-number' }, typed: { organisation_name: 'Bottega Bo' } },
  })
  await join({ request: post('/join', { ...shop, vat_number: 'IT 00743110157' }), ...from() })
  expect(
    await db.selectFrom('organisations').select(['kind', 'vat_number']).where('name', '=', 'Bottega Bo').execute(),
  ).toEqual([{ kind: 'workshop', vat_number: '00743110157' }])
})

test('a VAT number that is taken is said in the letter, where only the reader sees it', async () => {
  const shop = {
    ...nina,
    for_organisation: 'yes',
    organisation_name: 'Santi bis',
    organisation_kind: 'workshop',
    vat_number: '01234567897',
  }
  expect(await join({ request: post('/join', shop), ...from() })).toEqual({ sent_to: 'nina@example.org' })
  expect((await letter())?.text).toContain('Questa partita IVA ha già un profilo')
  expect(await db.selectFrom('organisations').selectAll().where('name', '=', 'Santi bis').execute()).toEqual([])
})

test('a wrong password and an unknown address get the same answer', async () => {
  await givePassword('ada')
  const wrong = await signIn({ request: post('/sign-in', { email: 'ada@example.org', password: 'no' }), ...from() })
  const unknown = await signIn({
    request: post('/sign-in', { email: 'nobody@example.org', password: 'no' }),
    ...from(),
  })
  expect(wrong).toMatchObject({
    init: { status: 409 },
    data: { refused: 'not-recognised', typed: { email: 'ada@example.org' } },
  })
  expect(unknown).toMatchObject({
    init: { status: 409 },
    data: { refused: 'not-recognised', typed: { email: 'nobody@example.org' } },
  })
})

test('after five wrong tries even the right password waits, and the page says until when', async () => {
  await givePassword('ada')
  const thief = from()
  for (let tries = 0; tries < 5; tries++)
    await signIn({ request: post('/sign-in', { email: 'ada@example.org', password: 'no' }), ...thief })
  const sixth = await signIn({ request: post('/sign-in', { email: 'ada@example.org', password }), ...thief })
  expect(sixth).toMatchObject({
    init: { status: 429 },
    data: { refused: 'too-many-tries', again_at: later(now, { minutes: 15 }) },
  })
  const ada = await signIn({ request: post('/sign-in', { email: 'ada@example.org', password }), ...from() })
  expect(ada).toMatchObject({ status: 302 })
})

test('nobody can have letters sent without end', async () => {
  const pest = from()
  const replies = []
  for (let each = 0; each < 4; each++)
    replies.push(await askReset({ request: post('/reset', { email: 'ada@example.org' }), ...pest }))
  expect(replies.at(-1)).toMatchObject({ init: { status: 429 } })
  expect(await db.selectFrom('mails').select('kind').execute()).toHaveLength(3)
})

test('signing in replaces the session a browser had', async () => {
  await givePassword('gina')
  const before = await signedInRequest('ada', '/sign-in', posted({ email: 'gina@example.org', password }))
  const cookie = before.headers.get('cookie') ?? ''
  const entered = await signIn({ request: before, ...from() })
  await expect(signedIn(requestTo('/account', { headers: { Cookie: cookie } }))).rejects.toMatchObject({ status: 302 })
  const { member } = await signedIn(requestTo('/account', { headers: { Cookie: cookieOf(entered) } }))
  expect(member.id).toBe('gina')
})

test.each([
  ['/listings/x?step=2', '/listings/x?step=2'],
  ['//evil.example', '/'],
  ['https://evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
])('after signing in, "%s" leads to %s', async (to, location) => {
  const page = await signInPage({ request: requestTo(`/sign-in?to=${encodeURIComponent(to)}`), ...from() })
  expect(page).toMatchObject({ to: location })
})

test('signing out takes a button, not a link', async () => {
  const request = await signedInRequest('ada', '/sign-out', { method: 'POST' })
  const cookie = request.headers.get('cookie') ?? ''
  const followed = await signOutPage({ request: requestTo('/sign-out', { headers: { Cookie: cookie } }), ...from() })
  expect((followed as Response).headers.get('location')).toBe('/account')
  await signedIn(requestTo('/account', { headers: { Cookie: cookie } }))
  await signOut({ request, ...from() })
  await expect(signedIn(requestTo('/account', { headers: { Cookie: cookie } }))).rejects.toMatchObject({ status: 302 })
})

test('a forgotten password is replaced by letter, and whoever was signed in is out', async () => {
  const session = await signedInRequest('gina', '/account')
  await askReset({ request: post('/reset', { email: 'gina@example.org' }), ...from() })
  const mailed = await letter()
  expect(mailed?.subject).toBe('Choose another password')
  const link = { params: { token: tokenIn(mailed?.href) }, context }
  expect(await reset({ request: post('/reset/x', { password: 'password123' }), ...link })).toMatchObject({
    init: { status: 422 },
    data: { errors: { password: 'people.errors.password-common' } },
  })
  expect(
    ((await reset({ request: post('/reset/x', { password }), ...link })) as Response).headers.get('location'),
  ).toBe('/sign-in')
  await expect(signedIn(session)).rejects.toMatchObject({ status: 302 })
  expect(await signIn({ request: post('/sign-in', { email: 'gina@example.org', password }), ...from() })).toMatchObject(
    { status: 302 },
  )
  expect(
    ((await reset({ request: post('/reset/x', { password: 'tre travi storte' }), ...link })) as Response).headers.get(
      'location',
    ),
  ).toBe('/reset')
})

test('asking for a new password says the same to everyone', async () => {
  for (const email of ['ada@example.org', 'nobody@example.org']) {
    expect(await askReset({ request: post('/reset', { email }), ...from() })).toEqual({ sent_to: email })
  }
  expect(await db.selectFrom('mails').select('address').execute()).toEqual([{ address: 'ada@example.org' }])
})

test('whoever installs Rimessa opens the first profile, once, and is inside', async () => {
  await db.updateTable('members').set({ is_admin: 0 }).execute()
  const path = (await write(db, (trx) => firstAdminLink(trx, now))) ?? ''
  const link = { params: { token: path.split('/')[2] }, context }
  expect(await firstAdminPage({ request: requestTo(path), ...link })).toMatchObject({
    title: 'Apri la rimessa',
    opens: true,
  })
  const entered = await becomeAdmin({ request: post(path, nina), ...link })
  const { member } = await signedIn(requestTo('/account', { headers: { Cookie: cookieOf(entered) } }))
  expect(member).toMatchObject({ name: 'Nina Bo', is_admin: true, email_verified: true })
  expect(await firstAdminPage({ request: requestTo(path), ...link })).toMatchObject({ opens: false })
  expect(
    (
      (await becomeAdmin({ request: post(path, { ...nina, email: 'eve@example.org' }), ...link })) as Response
    ).headers.get('location'),
  ).toBe('/sign-in')
})

test('a session in use is kept alive, with one write in six hours', async () => {
  const request = await signedInRequest('ada', '/account')
  const seen = async () => await db.selectFrom('sessions').select(['seen_at', 'expires_at']).executeTakeFirstOrThrow()
  clockAt(later(now, { hours: 5 }))
  await signedIn(request)
  expect(await seen()).toEqual({ seen_at: now, expires_at: later(now, { days: 60 }) })
  const evening = later(now, { hours: 7 })
  clockAt(evening)
  await Promise.all([signedIn(request), signedIn(request)])
  expect(await seen()).toEqual({ seen_at: evening, expires_at: later(evening, { days: 60 }) })
})
