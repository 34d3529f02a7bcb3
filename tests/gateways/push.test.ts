import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { addPushDevice } from '#app/domain/notifications/add-push-device.server.ts'
import { chooseNotices } from '#app/domain/notifications/choose-notices.server.ts'
import { minutesToNextTry, mostTries } from '#app/domain/notifications/letter.ts'
import type { NoticeKind } from '#app/domain/notifications/notice.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { vapidKeys } from '#app/domain/notifications/vapid-keys.server.ts'
import { revokeSession } from '#app/domain/people/revoke-session.server.ts'
import { write } from '#app/domain/write.server.ts'
import { isPushService } from '#app/gateways/push.server.ts'
import { carryPushes } from '#app/jobs/carry-pushes.server.ts'
import { asked } from '../support/notice-choices.ts'
import { type PushService, pushingBrowser, pushService, vapidClaims } from '../support/push-service.ts'
import { actOf, db, freshWorld, type Neighbour, now, signedInRequest } from '../support/world.ts'

let service: PushService
beforeAll(async () => {
  service = await pushService()
})
afterAll(() => service.close())

beforeEach(async () => {
  await freshWorld()
  service.received.length = 0
  service.answer(201)
})
afterEach(() => delete process.env['PUSH_HOSTS'])

/** A browser where this member is signed in and asked for pushes. */
async function device(member: Neighbour, name = 'one') {
  await signedInRequest(member, '/')
  const sessions = await db.selectFrom('sessions').select('id').where('member_id', '=', member).execute()
  const taken = await db.selectFrom('push_subscriptions').select('id').execute()
  const session_id = sessions.find(({ id }) => !taken.some((other) => other.id === id))?.id ?? ''
  const browser = pushingBrowser()
  const address = { endpoint: `${service.origin}/send/${member}-${name}`, ...browser.keys }
  await write(db, (trx) => addPushDevice(trx, actOf(member), { ...address, session_id, device: 'Firefox' }))
  return { ...browser, session_id }
}

let events = 0
const tell = (member_id: Neighbour, at = now, kind: NoticeKind = 'claim-offered') =>
  write(db, (trx) =>
    notify(trx, actOf('bruno', at), {
      member_id,
      kind,
      subject: 'claim',
      subject_id: 'c1',
      event_key: `event ${++events}`,
      details: { title: 'Tavole di abete', quantity: 8, unit: 'piece', expires_at: '2026-11-25T13:00:00.000Z' },
    }),
  )
const pushes = () => db.selectFrom('pushes').selectAll().orderBy('id').execute()
const noticeId = async () => (await db.selectFrom('notices').select('id').executeTakeFirstOrThrow()).id

test('a push arrives in words its reader understands, and only their browser can open it', async () => {
  const ada = await device('ada')
  const gina = await device('gina')
  await tell('ada')
  await tell('gina')
  expect(await carryPushes(db, now)).toBe('2 carried')
  const [first, second] = service.received
  expect(ada.read(first?.body ?? Buffer.of())).toEqual({
    title: 'Tocca a te: «Tavole di abete»',
    body: '8\u00a0pezzi di «Tavole di abete», se li vuoi. Rispondi entro mer 25 novembre, 14:00.',
    path: `/notices/${await noticeId()}`,
    tag: 'c1',
  })
  expect(gina.read(second?.body ?? Buffer.of())).toMatchObject({ title: 'Your turn: “Tavole di abete”' })
  expect(() => gina.read(first?.body ?? Buffer.of())).toThrow()
  expect(first?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
})

test('nothing in a push says who reads it, or where anything is', async () => {
  const ada = await device('ada')
  await tell('ada', now, 'pickup-confirmed')
  await carryPushes(db, now)
  const said = JSON.stringify(ada.read(service.received[0]?.body ?? Buffer.of()))
  for (const fact of ['Ada', 'ada@example.org', 'Nomentana', '5550']) expect(said).not.toContain(fact)
})

test('it is signed with this installation’s own keys, made once', async () => {
  const [one, other] = await Promise.all([vapidKeys(db, now), vapidKeys(db, now)])
  expect(one).toEqual(other)
  await device('ada')
  await tell('ada')
  await carryPushes(db, now)
  const claims = vapidClaims(service.received[0]?.headers.authorization)
  expect(claims).toMatchObject({ isSigned: true, aud: service.origin, sub: 'mailto:rimessa@localhost' })
  expect(claims.key).toBe(one.public_key)
  expect(await db.selectFrom('instance_keys').select('name').execute()).toEqual([{ name: 'vapid' }])
})

test('each device gets it once, however many carriers there are', async () => {
  await device('ada', 'one')
  await device('ada', 'two')
  await tell('ada')
  await Promise.all([carryPushes(db, now), carryPushes(db, now), carryPushes(db, now)])
  expect(service.received.map(({ path }) => path).sort()).toEqual(['/send/ada-one', '/send/ada-two'])
})

test('a push service that is away is tried six times, each time three times later, then no more', async () => {
  await device('ada')
  await tell('ada')
  service.answer(503)
  let at = now
  for (let tries = 1; tries <= mostTries; tries++) {
    expect(await carryPushes(db, at)).toBe('0 carried')
    const [push] = await pushes()
    expect(push).toMatchObject({ tries, last_problem: 'the push service answered 503: not today' })
    at = later(at, { minutes: minutesToNextTry(tries) })
  }
  expect((await pushes())[0]?.given_up_at).not.toBeNull()
  service.answer(201)
  expect(await carryPushes(db, later(at, { days: 1 }))).toBe('0 carried')
})

test.each([404, 410])('a browser that is gone (%i) is forgotten, with all that was for it', async (status) => {
  await device('ada')
  await tell('ada')
  service.answer(status)
  await carryPushes(db, now)
  expect(await db.selectFrom('push_subscriptions').select('id').execute()).toEqual([])
  expect(await pushes()).toEqual([])
})

test('in quiet hours a push waits, and what was read meanwhile stays silent', async () => {
  const night = '2026-11-25T00:00:00.000Z'
  await device('ada')
  await tell('ada', night)
  await tell('ada', night, 'pickup-cancelled')
  expect((await pushes()).map(({ next_try_at }) => next_try_at)).toEqual(['2026-11-25T06:00:00.000Z', night])
  expect(await carryPushes(db, night)).toBe('1 carried')
  await db.updateTable('notices').set({ seen_at: night }).execute()
  expect(await carryPushes(db, '2026-11-25T06:00:00.000Z')).toBe('0 carried')
  expect(service.received).toHaveLength(1)
})

test('none is written for a topic without pushes, nor carried once the topic has none', async () => {
  await device('ada')
  await tell('ada', now, 'listing-published')
  expect(await pushes()).toEqual([])
  await tell('ada')
  const screen = Object.entries(asked()).filter(([name]) => name !== 'turn_push')
  await write(db, (trx) =>
    chooseNotices(trx, actOf('ada'), { ...asked(), ...Object.fromEntries(screen), turn_push: undefined }),
  )
  expect(await carryPushes(db, now)).toBe('0 carried')
  expect(service.received).toEqual([])
})

test('whoever signs out of a browser gets no more pushes there', async () => {
  const { session_id } = await device('ada')
  await write(db, (trx) => revokeSession(trx, actOf('ada'), session_id))
  await tell('ada')
  expect(await pushes()).toEqual([])
})

test('a browser that somebody else signs in with is theirs from then on', async () => {
  await device('ada', 'shared')
  await signedInRequest('gina', '/')
  const { id } = await db.selectFrom('sessions').select('id').where('member_id', '=', 'gina').executeTakeFirstOrThrow()
  const { keys } = pushingBrowser()
  const address = { endpoint: `${service.origin}/send/ada-shared`, ...keys }
  await write(db, (trx) => addPushDevice(trx, actOf('gina'), { ...address, session_id: id, device: '' }))
  expect(await db.selectFrom('push_subscriptions').select('member_id').execute()).toEqual([{ member_id: 'gina' }])
})

test.each([
  ['https://fcm.googleapis.com/fcm/send/x', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
  ['https://web.push.apple.com/x', true],
  ['https://db5p.notify.windows.com/w/?token=x', true],
  ['http://fcm.googleapis.com/x', false],
  ['https://googleapis.com.evil.example/x', false],
  ['https://evilgoogleapis.com/x', false],
  ['https://someone@fcm.googleapis.com/x', false],
  ['https://127.0.0.1/x', false],
  ['https://push.example/x', false],
  ['not an address', false],
])('%s is a push service: %s', (endpoint, is) => expect(isPushService(endpoint)).toBe(is))

test('an installation may know another push service', () => {
  process.env['PUSH_HOSTS'] = 'push.example,other.example'
  expect(isPushService('https://push.example/x')).toBe(true)
})
