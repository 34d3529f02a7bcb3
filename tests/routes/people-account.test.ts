import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashPassword, isPassword } from '#app/domain/people/password-hash.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { flashOf } from '#app/http/flash.server.ts'
import { carryMails } from '#app/jobs/carry-mails.server.ts'
import { jobs, runOnce } from '#app/jobs/run-jobs.server.ts'
import { loader as account, action as saveProfile } from '#app/routes/account._index/route.tsx'
import { action as erase } from '#app/routes/account.erasure/route.tsx'
import { action as newPassword } from '#app/routes/account.password/route.tsx'
import { action as endSession } from '#app/routes/account.sessions.$sessionId.revocation/route.ts'
import { loader as outbox } from '#app/routes/dev.outbox/route.tsx'
import { loader as health } from '#app/routes/health/route.ts'
import { loader as memberPage } from '#app/routes/members.$memberId/route.tsx'
import { loader as organisationPage } from '#app/routes/organisations.$organisationId/route.tsx'
import { action as addOrganisation } from '#app/routes/organisations.new/route.tsx'
import { handOver, promisedBoards } from '../support/handover-steps.ts'
import { context, db, freshWorld, given, posted, requestTo, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)
afterEach(() => delete process.env['DEMO'])

const password = 'quattro travi dritte'
const by = (params: Record<string, string> = {}) => ({ params, context })
const send = (member: string, url: string, fields: Record<string, string>) =>
  signedInRequest(member, url, posted(fields))
const givePassword = async (id: string) =>
  db
    .updateTable('members')
    .set({ password_hash: await hashPassword(password) })
    .where('id', '=', id)
    .execute()
const memberOf = (id: string) => db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('one’s own account shows one’s sessions and organisations; strangers are sent to sign in', async () => {
  const page = await account({ request: await signedInRequest('bruno', '/account'), ...by() })
  expect(page).toMatchObject({
    member: { email: 'bruno@example.org', verified: true },
    organisations: [{ id: 'bottega', role: 'owner' }],
    sessions: [{ device: 'Firefox', is_here: true }],
  })
  expect(JSON.stringify(page)).not.toContain('password')
  await expect(account({ request: requestTo('/account'), ...by() })).rejects.toMatchObject({ status: 302 })
})

test('name, words and language are saved, and the next page says so in that language', async () => {
  const reply = (await saveProfile({
    request: await send('ada', '/account', { name: ' Ada F. ', about: 'Cantina.', locale: 'en' }),
    ...by(),
  })) as Response
  expect(reply.headers.get('location')).toBe('/account?lang=en')
  expect(await memberOf('ada')).toMatchObject({ name: 'Ada F.', about: 'Cantina.', locale: 'en' })
  const { flash, cookie } = await flashOf(
    requestTo('/account', { headers: { Cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '' } }),
  )
  expect(flash).toEqual({ message: 'people.account.saved', tone: 'done' })
  expect(cookie).toContain('Max-Age=0')
})

test('a name that is missing is asked for, and the rest stays typed', async () => {
  const reply = await saveProfile({
    request: await send('ada', '/account', { name: ' ', about: 'Cantina.', locale: 'it' }),
    ...by(),
  })
  expect(reply).toMatchObject({
    init: { status: 422 },
    data: { errors: { name: 'errors.required' }, typed: { about: 'Cantina.' } },
  })
})

test('a new password needs the old one, ends the other sessions, and is told by letter', async () => {
  await givePassword('ada')
  const elsewhere = await signedInRequest('ada', '/')
  const wrong = await newPassword({
    request: await send('ada', '/account/password', { current_password: 'no', password: 'cinque travi nuove' }),
    ...by(),
  })
  expect(wrong).toMatchObject({
    init: { status: 422 },
    data: { errors: { current_password: 'people.errors.password-wrong' } },
  })
  const request = await send('ada', '/account/password', { current_password: password, password: 'cinque travi nuove' })
  const here = requestTo('/', { headers: { Cookie: request.headers.get('cookie') ?? '' } })
  expect(await newPassword({ request, ...by() })).toMatchObject({ status: 302 })
  expect(await isPassword((await memberOf('ada')).password_hash, 'cinque travi nuove')).toBe(true)
  expect((await signedIn(here)).member.id).toBe('ada')
  await expect(signedIn(elsewhere)).rejects.toMatchObject({ status: 302 })
  expect(await db.selectFrom('mails').select('kind').execute()).toEqual([{ kind: 'password-changed' }])
})

test('a session elsewhere is ended from here', async () => {
  const elsewhere = await signedInRequest('ada', '/')
  const { member } = await signedIn(elsewhere)
  const params = { sessionId: member.session_id }
  await endSession({ request: await signedInRequest('gina', '/', { method: 'POST' }), ...by(params) })
  await signedIn(elsewhere)
  await endSession({ request: await signedInRequest('ada', '/', { method: 'POST' }), ...by(params) })
  await expect(signedIn(elsewhere)).rejects.toMatchObject({ status: 302 })
})

test('an organisation is added later too, unless its VAT number is taken', async () => {
  const fields = { organisation_name: 'Ferri & figli', organisation_kind: 'company', vat_number: '01234567897' }
  expect(await addOrganisation({ request: await send('ada', '/organisations/new', fields), ...by() })).toMatchObject({
    init: { status: 409 },
    data: { refused: 'vat-number-taken', typed: fields },
  })
  expect(
    await addOrganisation({ request: await send('ada', '/organisations/new', { ...fields, vat_number: '' }), ...by() }),
  ).toMatchObject({ status: 302 })
  expect(await db.selectFrom('memberships').select('role').where('member_id', '=', 'ada').execute()).toEqual([
    { role: 'owner' },
  ])
})

test('leaving takes the password once more, and then nothing opens', async () => {
  await givePassword('ada')
  expect(
    await erase({ request: await send('ada', '/account/erasure', { current_password: 'no' }), ...by() }),
  ).toMatchObject({ init: { status: 422 } })
  const request = await send('ada', '/account/erasure', { current_password: password })
  const after = requestTo('/', { headers: { Cookie: request.headers.get('cookie') ?? '' } })
  expect(await erase({ request, ...by() })).toMatchObject({ status: 302 })
  await expect(signedIn(after)).rejects.toMatchObject({ status: 302 })
  expect((await memberOf('ada')).erased_at).not.toBeNull()
})

test('a member’s page has the kilograms of the ledger, the lots, no address and no full name', async () => {
  const { listing, claim } = await promisedBoards()
  await handOver(claim)
  await given.listing({ title: 'Bozza', state: 'draft' })
  const page = await memberPage({ request: requestTo('/members/ada'), ...by({ memberId: 'ada' }) })
  expect(page).toMatchObject({
    member: { name: 'Ada F.', area: 'Montesacro' },
    moved: { given: { typ_g: 23_400, weighed: 1 }, taken: { typ_g: 0 } },
  })
  expect(page.lots.map(({ id }) => id)).toEqual([listing.id])
  for (const secret of ['Ferri', 'example.org', 'Nomentana']) expect(JSON.stringify(page)).not.toContain(secret)
})

test('an organisation’s page shows its people, and someone who left is nowhere', async () => {
  const page = await organisationPage({
    request: requestTo('/organisations/bottega'),
    ...by({ organisationId: 'bottega' }),
  })
  expect(page.organisation.people).toEqual([{ id: 'bruno', name: 'Bruno S.' }])
  await db.updateTable('members').set({ erased_at: '2026-11-01T00:00:00.000Z' }).where('id', '=', 'bruno').execute()
  await expect(
    memberPage({ request: requestTo('/members/bruno'), ...by({ memberId: 'bruno' }) }),
  ).rejects.toMatchObject({ init: { status: 404 } })
})

test('the outbox shows in the demo, and to nobody else', async () => {
  rmSync(join(process.env['DATA_DIR'] ?? '', 'outbox'), { recursive: true, force: true })
  await givePassword('ada')
  await newPassword({
    request: await send('ada', '/account/password', { current_password: password, password: 'cinque travi nuove' }),
    ...by(),
  })
  await carryMails(db, new Date().toISOString())
  await expect(outbox({ request: requestTo('/dev/outbox'), ...by() })).rejects.toMatchObject({ init: { status: 404 } })
  process.env['DEMO'] = '1'
  expect(await outbox({ request: requestTo('/dev/outbox'), ...by() })).toMatchObject({
    letters: [{ to: 'ada@example.org', subject: 'La tua password è cambiata' }],
  })
})

test('health says how long ago each job ran', async () => {
  for (const job of jobs) await runOnce(db, job)
  const reply = await health({ request: requestTo('/health'), ...by() })
  expect(reply.status).toBe(200)
  expect(await reply.json()).toMatchObject({
    database: 'ok',
    jobs: {
      'carry-mails': { seconds_ago: 0, note: '0 carried', is_late: false },
      'lapse-offer': { seconds_ago: 0, note: '0 heard', is_late: false },
    },
    overdue: {},
    given_up: {},
  })
})

test('health is 503 while the database does not answer', async () => {
  await db.schema.alterTable('heartbeats').renameTo('heartbeats_gone').execute()
  const reply = await health({ request: requestTo('/health'), ...by() })
  await db.schema.alterTable('heartbeats_gone').renameTo('heartbeats').execute()
  expect(reply.status).toBe(503)
  expect(await reply.json()).toMatchObject({ database: 'down' })
})
