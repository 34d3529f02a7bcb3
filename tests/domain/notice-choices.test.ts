import { beforeEach, expect, test } from 'vitest'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { addPushDevice } from '#app/domain/notifications/add-push-device.server.ts'
import { choicesOf } from '#app/domain/notifications/choices.read.server.ts'
import { chooseNotices, muteTopic, unmuteTopic } from '#app/domain/notifications/choose-notices.server.ts'
import type { NoticeKind } from '#app/domain/notifications/notice.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { usualRhythm } from '#app/domain/notifications/rhythm.ts'
import { usualChoices } from '#app/domain/notifications/topic.ts'
import { write } from '#app/domain/write.server.ts'
import { asked } from '../support/notice-choices.ts'
import { actOf, db, freshWorld, now, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

/** One in the morning in Rome. */
const night = '2026-11-25T00:00:00.000Z'
const morning = '2026-11-25T06:00:00.000Z'

const choose = (fields: Record<string, string>, at = now) =>
  write(db, (trx) => chooseNotices(trx, actOf('ada', at), asked(fields)))

type Told = { kind?: NoticeKind; at?: string; details?: Record<string, string | number> }
let told = 0
const tellAda = ({ kind = 'claim-offered', at = now, details = {} }: Told = {}) =>
  write(db, (trx) =>
    notify(trx, actOf('bruno', at), {
      member_id: 'ada',
      kind,
      subject: 'claim',
      subject_id: 'c1',
      event_key: `${kind}:${++told}`,
      details: { title: 'Tavole', ...details },
    }),
  )
const plan = async () =>
  (await db.selectFrom('notices').select('mail_plan').orderBy('id', 'desc').executeTakeFirstOrThrow()).mail_plan
const mails = () => db.selectFrom('mails').select(['kind', 'next_try_at']).orderBy('id').execute()
const clocks = () => db.selectFrom('clocks').select(['kind', 'subject_id', 'due_at']).orderBy('due_at').execute()

test('what cannot wait has a mail of its own; the rest waits for the digest at eight', async () => {
  await tellAda({ kind: 'claim-offered' })
  await tellAda({ kind: 'claim-declined' })
  expect(await mails()).toEqual([{ kind: 'claim-offered', next_try_at: now }])
  expect(await clocks()).toEqual([{ kind: 'send-digest', subject_id: 'ada', due_at: '2026-11-25T07:00:00.000Z' }])
})

test('news that the next digest would bring too late leaves at once', async () => {
  await tellAda({ kind: 'claim-requested', details: { must_go_by: '2026-11-24T17:00:00.000Z' } })
  expect(await plan()).toBe('now')
  await tellAda({ kind: 'claim-requested', details: { must_go_by: '2026-11-29T17:00:00.000Z' } })
  expect(await plan()).toBe('digest')
  await tellAda({ kind: 'claim-requested', details: { must_go_by: '2026-11-23T17:00:00.000Z' } })
  expect(await plan()).toBe('digest')
})

test('a request that joins others in a window waits for the digest, however soon the window closes', async () => {
  await tellAda({ kind: 'claim-joined', details: { expires_at: '2026-11-24T17:00:00.000Z' } })
  expect(await plan()).toBe('digest')
})

test('each topic goes the way its reader chose', async () => {
  await choose({ turn_mail: 'digest', claims_mail: 'now', pickups_mail: 'never' })
  const plans = []
  for (const kind of ['claim-offered', 'claim-declined', 'pickup-proposed'] as const) {
    await tellAda({ kind })
    plans.push(await plan())
  }
  expect(plans).toEqual(['digest', 'now', 'none'])
  expect(await mails()).toMatchObject([{ kind: 'claim-declined' }])
})

test('whoever wants no digest gets none, and still what cannot wait', async () => {
  await choose({ digest_hour: 'never' })
  await tellAda({ kind: 'claim-declined' })
  await tellAda({ kind: 'claim-offered' })
  expect(await mails()).toMatchObject([{ kind: 'claim-offered' }])
})

test('in quiet hours a mail waits for their end, unless it would be too late by then', async () => {
  await tellAda({ kind: 'claim-offered', at: night })
  await tellAda({ kind: 'pickup-cancelled', at: night })
  expect(await mails()).toEqual([
    { kind: 'claim-offered', next_try_at: morning },
    { kind: 'pickup-cancelled', next_try_at: night },
  ])
})

test('a conversation is told once until it is read', async () => {
  await tellAda({ kind: 'message-received' })
  await tellAda({ kind: 'message-received' })
  expect(await mails()).toHaveLength(1)
  await db.updateTable('notices').set({ seen_at: now }).execute()
  await tellAda({ kind: 'message-received' })
  expect(await mails()).toHaveLength(2)
})

test('stopping a topic takes back what waits of it, and only that; going on brings the usual back', async () => {
  await tellAda({ kind: 'claim-offered', at: night })
  await tellAda({ kind: 'pickup-proposed', at: night })
  await write(db, (trx) => muteTopic(trx, actOf('ada'), 'turn'))
  expect(await mails()).toMatchObject([{ kind: 'pickup-proposed' }])
  await tellAda({ kind: 'claim-offered' })
  expect(await plan()).toBe('none')
  await write(db, (trx) => unmuteTopic(trx, actOf('ada'), 'turn'))
  await tellAda({ kind: 'claim-offered' })
  expect(await plan()).toBe('now')
})

test('stopping the digest leaves every topic as it was chosen', async () => {
  await choose({ claims_mail: 'never', thanks_mail: 'digest' })
  await write(db, (trx) => muteTopic(trx, actOf('ada'), 'digest'))
  expect(await choicesOf(db, 'ada')).toMatchObject({ wants_digest: false })
  await write(db, (trx) => unmuteTopic(trx, actOf('ada'), 'digest'))
  const { wants_digest, choices } = await choicesOf(db, 'ada')
  expect(wants_digest).toBe(true)
  expect(choices.find(({ topic }) => topic === 'claims')?.mail).toBe('never')
})

test('without choices the usual ones hold', async () => {
  const { rhythm, choices } = await choicesOf(db, 'ada')
  expect(rhythm).toEqual(usualRhythm)
  expect(Object.fromEntries(choices.map(({ topic, ...choice }) => [topic, choice]))).toEqual(usualChoices)
})

test('whoever leaves takes their choices, notices, devices and keys with them', async () => {
  await signedInRequest('ada', '/')
  const { id } = await db.selectFrom('sessions').select('id').executeTakeFirstOrThrow()
  const address = { endpoint: 'https://push.example/ada', p256dh: 'p', auth: 'a' }
  await write(db, (trx) => addPushDevice(trx, actOf('ada'), { ...address, session_id: id, device: 'Firefox' }))
  await choose({ claims_mail: 'never' })
  await tellAda()
  const personal = ['notices', 'mails', 'pushes', 'push_subscriptions', 'notice_choices', 'notice_settings'] as const
  const rows = () => Promise.all(personal.map((table) => db.selectFrom(table).selectAll().execute()))
  for (const found of await rows()) expect(found).not.toEqual([])
  await write(db, (trx) => eraseAccount(trx, actOf('ada')))
  for (const found of await rows()) expect(found).toEqual([])
})
