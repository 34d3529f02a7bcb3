import { afterEach, beforeEach, expect, test } from 'vitest'
import { choicesOf } from '#app/domain/notifications/choices.read.server.ts'
import type { NoticeKind } from '#app/domain/notifications/notice.ts'
import { unseenNotices } from '#app/domain/notifications/notices.read.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { writeAccountMail } from '#app/domain/notifications/write-account-mail.server.ts'
import { write } from '#app/domain/write.server.ts'
import { carryMails } from '#app/jobs/carry-mails.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { loader as choices, action as choose } from '#app/routes/account.notices/route.tsx'
import { action as addDevice } from '#app/routes/account.notices_.devices/route.ts'
import { action as removeDevice } from '#app/routes/account.notices_.devices_.$deviceId.removal/route.ts'
import { loader as givenUp, action as sendAgain } from '#app/routes/admin.letters/route.tsx'
import { loader as notices } from '#app/routes/notices._index/route.tsx'
import { loader as open } from '#app/routes/notices.$noticeId/route.ts'
import { action as read } from '#app/routes/notices.reading/route.ts'
import { action as leave, loader as leaving } from '#app/routes/unsubscribe.$noticeKey.$topic/route.tsx'
import { mailServer } from '../support/mail-server.ts'
import { screen } from '../support/notice-choices.ts'
import { pushingBrowser } from '../support/push-service.ts'
import {
  actOf,
  clockAt,
  context,
  db,
  freshWorld,
  type Neighbour,
  now,
  posted,
  requestTo,
  signedInRequest,
} from '../support/world.ts'

beforeEach(freshWorld)
afterEach(() => delete process.env['SMTP_URL'])

const by = (params: Record<string, string> = {}) => ({ params, context })
const send = (member: Neighbour, url: string, fields: Record<string, string>) =>
  signedInRequest(member, url, posted(fields))

type Told = { to?: Neighbour; kind?: NoticeKind; at?: string }
const tell = (event_key: string, { to = 'ada', kind = 'claim-offered', at = now }: Told = {}) =>
  write(db, (trx) =>
    notify(trx, actOf('bruno', at), {
      member_id: to,
      kind,
      subject: 'claim',
      subject_id: 'c1',
      event_key,
      details: { title: 'Tavole', quantity: 8, unit: 'piece' },
    }),
  )

test('notices are sentences under their day, and are read when one says so', async () => {
  await tell('earlier', { kind: 'claim-requested', at: '2026-11-22T09:00:00.000Z' })
  await tell('yesterday', { at: '2026-11-23T09:00:00.000Z' })
  await tell('today')
  const page = await notices({ request: await signedInRequest('ada', '/notices'), ...by() })
  expect(page.days.map(({ name }) => name)).toEqual(['Oggi', 'Ieri', 'domenica 22 novembre'])
  expect(page.days[2]?.notices).toMatchObject([
    {
      sentence: 'Qualcuno chiede 8\u00a0pezzi di «Tavole». Leggi a che cosa servono e rispondi.',
      topic: 'claims',
      is_new: true,
    },
  ])
  await read({ request: await send('ada', '/notices/reading', { newest_id: page.newest_id ?? '' }), ...by() })
  expect(await unseenNotices(db, 'ada')).toBe(0)
})

test('opening a notice reads it and leads to what it is about; nobody opens another’s', async () => {
  await tell('one')
  const { id } = await db.selectFrom('notices').select('id').executeTakeFirstOrThrow()
  const opened = open({ request: await signedInRequest('gina', `/notices/${id}`), ...by({ noticeId: id }) })
  await expect(opened).rejects.toMatchObject({ init: { status: 404 } })
  expect(await unseenNotices(db, 'ada')).toBe(1)
  const reply = await open({ request: await signedInRequest('ada', `/notices/${id}`), ...by({ noticeId: id }) })
  expect(reply.headers.get('location')).toBe('/claims/c1')
  expect(await unseenNotices(db, 'ada')).toBe(0)
})

test('what is chosen on the screen holds, and a wrong hour comes back with what was typed', async () => {
  const chosen = screen({ claims_mail: 'never', digest_hour: '18', quiet_from: '23:30' })
  const reply = await choose({ request: await send('ada', '/account/notices', chosen), ...by() })
  expect(reply).toMatchObject({ status: 302 })
  const page = await choices({ request: await signedInRequest('ada', '/account/notices'), ...by() })
  expect(page.chosen.rhythm).toEqual({ quiet_from: '23:30', quiet_to: '07:00', digest_hour: 18 })
  expect(page.chosen.choices.find(({ topic }) => topic === 'claims')).toMatchObject({ mail: 'never', push: true })
  const wrong = await choose({ request: await send('ada', '/account/notices', { ...chosen, quiet_to: 'x' }), ...by() })
  expect(wrong).toMatchObject({
    data: { errors: { quiet_to: 'notices.errors.time' }, typed: { quiet_from: '23:30' } },
    init: { status: 422 },
  })
})

test('one click from the mail program, and silence; the page leads back', async () => {
  const server = await mailServer()
  process.env['SMTP_URL'] = server.url
  await tell('one')
  await tell('two', { to: 'gina' })
  await carryMails(db, now)
  const letters = await server.letters()
  const ours = letters.find(({ subject }) => subject === 'Tocca a te: «Tavole»')
  expect(letters.map(({ subject }) => subject)).toContain('Your turn: “Tavole”')
  const raw = server.received.find((each) => each.includes('ada@example.org')) ?? ''
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const href = /List-Unsubscribe: <([^>]+)>/.exec(raw)?.[1] ?? ''
  expect(ours?.text).toContain(href)
  const [, noticeKey = '', topic = ''] = /\/unsubscribe\/([\w-]{43})\/(\w+)/.exec(href) ?? []
  expect(topic).toBe('turn')

  const address = by({ noticeKey, topic })
  expect(await leaving({ request: requestTo(href), ...address })).toMatchObject({ topic: 'turn' })
  expect(await mailOf('ada', 'turn')).toBe('now')
  const click = requestTo(href, posted({ 'List-Unsubscribe': 'One-Click' }))
  expect(await leave({ request: click, ...address })).toEqual({ done: 'stopped' })
  await tell('three')
  await tell('four', { to: 'gina' })
  await carryMails(db, now)
  expect(server.received).toHaveLength(3)
  expect(await unseenNotices(db, 'ada')).toBe(2)

  expect(await leave({ request: requestTo(href, posted({ again: '1' })), ...address })).toEqual({ done: 'resumed' })
  await tell('five')
  await carryMails(db, now)
  await server.close()
  expect(server.received).toHaveLength(4)
})

test('a night and a morning by real mail: silence, then what waited, then one digest, then none', async () => {
  const server = await mailServer()
  process.env['SMTP_URL'] = server.url
  const night = '2026-11-25T00:00:00.000Z'
  await tell('offer', { to: 'gina', at: night })
  for (const [event, kind] of Object.entries({
    one: 'claim-declined',
    two: 'listing-published',
    three: 'handover-confirmed',
  } as const))
    await tell(event, { to: 'gina', kind, at: night })
  const arrived = async (at: string) => {
    await hearClocks(db, at)
    await carryMails(db, at)
    return (await server.letters()).map(({ subject }) => subject)
  }
  const [offer, digest] = ['Your turn: “Tavole”', '“Tavole” goes to someone else, and 2 more things']
  expect(await arrived('2026-11-25T05:59:00.000Z')).toEqual([])
  expect(await arrived('2026-11-25T06:00:01.000Z')).toEqual([offer])
  expect(await arrived('2026-11-25T07:00:01.000Z')).toEqual([offer, digest])
  expect(await arrived('2026-11-26T07:00:01.000Z')).toEqual([offer, digest])

  const letter = (await server.letters())[1]
  const ids = await db.selectFrom('notices').select('id').where('mail_plan', '=', 'digest').execute()
  expect(ids).toHaveLength(3)
  for (const { id } of ids) {
    expect(letter?.text).toContain(`/notices/${id}`)
    expect(letter?.html).toContain(`/notices/${id}"`)
  }
  expect(letter?.html).toContain('<html lang="en">')
  const href = /List-Unsubscribe: <([^>]+)>/.exec(server.received[1] ?? '')?.[1] ?? ''
  const noticeKey = href.split('/')[4] ?? ''
  expect(href).toBe(`http://localhost:3000/unsubscribe/${noticeKey}/digest?lang=en`)
  await leave({ request: requestTo(href, posted({})), ...by({ noticeKey, topic: 'digest' }) })
  await tell('four', { to: 'gina', kind: 'claim-declined', at: '2026-11-26T09:00:00.000Z' })
  expect(await arrived('2026-11-27T07:00:01.000Z')).toEqual([offer, digest])
  await server.close()
})

const mailOf = async (member: Neighbour, topic: string) =>
  (await choicesOf(db, member)).choices.find((choice) => choice.topic === topic)?.mail

test.each([
  ['k'.repeat(43), 'turn'],
  ['', 'turn'],
  ['the right one', 'everything'],
])('with the key %s nobody stops %s', async (key, topic) => {
  await tell('one')
  const { unsubscribe_key } = await db.selectFrom('notice_settings').selectAll().executeTakeFirstOrThrow()
  const noticeKey = key === 'the right one' ? unsubscribe_key : key
  const path = `/unsubscribe/${noticeKey}/${topic}`
  const refused = { init: { status: 404 } }
  await expect(leaving({ request: requestTo(path), ...by({ noticeKey, topic }) })).rejects.toMatchObject(refused)
  const click = requestTo(path, posted({}))
  await expect(leave({ request: click, ...by({ noticeKey, topic }) })).rejects.toMatchObject(refused)
  expect(await mailOf('ada', 'turn')).toBe('now')
})

test('a letter tried again after the carrier died is the same message', async () => {
  const server = await mailServer()
  process.env['SMTP_URL'] = server.url
  await tell('one')
  await carryMails(db, now)
  await db.updateTable('mails').set({ carried_at: null }).execute()
  await carryMails(db, '2026-11-24T09:10:00.000Z')
  await server.close()
  const ids = (await server.letters()).map(({ messageId }) => messageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('a browser says where pushes go, only to a push service, and is taken off again', async () => {
  const { keys } = pushingBrowser()
  const at = (endpoint: string) => send('ada', '/account/notices/devices', { endpoint, ...keys })
  await addDevice({ request: await at('https://192.168.0.1/x'), ...by() })
  await addDevice({ request: await send('ada', '/account/notices/devices', { endpoint: 'x' }), ...by() })
  expect(await db.selectFrom('push_subscriptions').select('id').execute()).toEqual([])
  await addDevice({ request: await at('https://fcm.googleapis.com/fcm/send/x'), ...by() })
  const [device] = await db.selectFrom('push_subscriptions').select(['id', 'member_id']).execute()
  expect(device?.member_id).toBe('ada')
  const deviceId = device?.id ?? ''
  const remove = async (member: Neighbour) =>
    removeDevice({ request: await send(member, '/account/notices', {}), ...by({ deviceId }) })
  await remove('gina')
  expect(await db.selectFrom('push_subscriptions').select('id').execute()).toHaveLength(1)
  await remove('ada')
  expect(await db.selectFrom('push_subscriptions').select('id').execute()).toEqual([])
})

test('an admin sees what was given up and why, and has it tried again; nobody else does', async () => {
  const ada = { id: 'ada', email: 'ada@example.org', locale: 'it' } as const
  await write(db, (trx) => writeAccountMail(trx, actOf('ada'), ada, 'already-member'))
  await db.updateTable('mails').set({ tries: 6, given_up_at: now, last_problem: 'no such box' }).execute()
  const page = await givenUp({ request: await signedInRequest('elena', '/admin/letters'), ...by() })
  expect(page).toMatchObject({
    mails: [{ to: 'ada@example.org', about: 'Hai già un profilo', last_problem: 'no such box' }],
    pushes: [],
    clocks: [],
  })
  const ask = { what: 'mail', id: page.mails[0]?.id ?? '' }
  for (const member of ['dario', 'ada'] as const) {
    const refused = { init: { status: 404 } }
    const look = givenUp({ request: await signedInRequest(member, '/admin/letters'), ...by() })
    await expect(look).rejects.toMatchObject(refused)
    await expect(sendAgain({ request: await send(member, '/admin/letters', ask), ...by() })).rejects.toMatchObject(
      refused,
    )
  }
  expect(await carryMails(db, now)).toBe('0 carried')
  const again = async () => sendAgain({ request: await send('elena', '/admin/letters', ask), ...by() })
  expect(await again()).toMatchObject({ status: 302 })
  expect(await again()).toMatchObject({ data: { refused: 'not-given-up' }, init: { status: 409 } })
  expect(await carryMails(db, now)).toBe('1 carried')
})

test('a clock and a push that were given up are tried again too', async () => {
  const clock = { id: 'k', kind: 'send-digest', subject_id: 'ada', clock_key: 'k', set_at: now, due_at: now, tries: 6 }
  await db
    .insertInto('clocks')
    .values({ ...clock, done_at: null, given_up_at: now, last_problem: 'it broke' })
    .execute()
  await signedInRequest('ada', '/')
  const { id } = await db.selectFrom('sessions').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('push_subscriptions')
    .values({ id, member_id: 'ada', endpoint: 'e', p256dh: '', auth: '', device: 'Firefox', made_at: now })
    .execute()
  await tell('one')
  await db.updateTable('pushes').set({ tries: 6, given_up_at: now, last_problem: 'away' }).execute()
  const page = await givenUp({ request: await signedInRequest('elena', '/admin/letters'), ...by() })
  expect(page.clocks).toMatchObject([{ about: 'send-digest', to: 'ada', last_problem: 'it broke' }])
  expect(page.pushes).toMatchObject([{ about: 'Tocca a te', to: 'Ada Ferri, Firefox', last_problem: 'away' }])
  clockAt('2026-11-24T10:00:00.000Z')
  for (const ask of [
    { what: 'clock', id: 'k' },
    { what: 'push', id: page.pushes[0]?.id ?? '' },
  ])
    await sendAgain({ request: await send('elena', '/admin/letters', ask), ...by() })
  const due = { given_up_at: null, tries: 0 }
  expect(await db.selectFrom('clocks').selectAll().where('id', '=', 'k').execute()).toMatchObject([
    { ...due, due_at: '2026-11-24T10:00:00.000Z' },
  ])
  expect(await db.selectFrom('pushes').selectAll().execute()).toMatchObject([
    { ...due, next_try_at: '2026-11-24T10:00:00.000Z' },
  ])
})
