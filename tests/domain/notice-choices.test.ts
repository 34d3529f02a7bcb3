import { beforeEach, expect, test } from 'vitest'
import { ChoicesAsk } from '#app/domain/notifications/choices-ask.ts'
import { choicesOf } from '#app/domain/notifications/choices.read.server.ts'
import { chooseNotices, muteTopic, unmuteTopic } from '#app/domain/notifications/choose-notices.server.ts'
import { mannerOf, noticeKinds } from '#app/domain/notifications/notice.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { nextDigest, outOfQuiet, usualRhythm } from '#app/domain/notifications/rhythm.ts'
import { topics, usualChoices } from '#app/domain/notifications/topic.ts'
import { write } from '#app/domain/write.server.ts'
import { asked, screen } from '../support/notice-choices.ts'
import { actOf, db, freshWorld, now } from '../support/world.ts'

beforeEach(freshWorld)

/** One in the morning in Rome. */
const night = '2026-11-25T00:00:00.000Z'
const morning = '2026-11-25T06:00:00.000Z'

const choose = (fields: Record<string, string>, at = now) =>
  write(db, (trx) => chooseNotices(trx, actOf('ada', at), asked(fields)))

type Told = { kind?: (typeof noticeKinds)[number]; at?: string; details?: Record<string, string | number> }
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

test('every kind has a topic, and every topic a kind', () => {
  expect(new Set(noticeKinds.map((kind) => mannerOf(kind).topic))).toEqual(new Set(topics))
})

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

test.each([
  ['an afternoon', '2026-11-24T14:00:00.000Z', {}, '2026-11-24T14:00:00.000Z'],
  ['late in the evening', '2026-11-24T21:30:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['before dawn', '2026-11-25T04:00:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['their first minute', '2026-11-24T21:00:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['their last', '2026-11-25T06:00:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['summer', '2026-07-24T21:30:00.000Z', {}, '2026-07-25T05:00:00.000Z'],
  ['the night that springs forward', '2026-03-29T00:30:00.000Z', {}, '2026-03-29T05:00:00.000Z'],
  ['the night that falls back', '2026-10-24T23:30:00.000Z', {}, '2026-10-25T06:00:00.000Z'],
  ['a siesta', '2026-11-24T13:00:00.000Z', { quiet_from: '13:30', quiet_to: '16:00' }, '2026-11-24T15:00:00.000Z'],
  [
    'no quiet at all',
    '2026-11-25T00:00:00.000Z',
    { quiet_from: '22:00', quiet_to: '22:00' },
    '2026-11-25T00:00:00.000Z',
  ],
])('quiet hours, %s', (_, instant, rhythm, out) => {
  expect(outOfQuiet(instant, { ...usualRhythm, ...rhythm })).toBe(out)
})

test.each([
  ['before eight', '2026-11-24T05:00:00.000Z', 8, '2026-11-24T07:00:00.000Z'],
  ['at eight', '2026-11-24T07:00:00.000Z', 8, '2026-11-25T07:00:00.000Z'],
  ['a moment before eight', '2026-11-24T06:59:30.000Z', 8, '2026-11-25T07:00:00.000Z'],
  ['asked for at night', '2026-11-24T09:00:00.000Z', 23, '2026-11-25T06:00:00.000Z'],
  ['asked for at night, at night', '2026-11-24T22:30:00.000Z', 23, '2026-11-25T06:00:00.000Z'],
  ['across the change of the clock', '2026-10-24T10:00:00.000Z', 8, '2026-10-25T07:00:00.000Z'],
])('the next digest, %s', (_, instant, digest_hour, leaves) => {
  expect(nextDigest(instant, { ...usualRhythm, digest_hour })).toBe(leaves)
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

test.each([
  [{ quiet_from: '25:00' }, 'quiet_from'],
  [{ quiet_to: 'sera' }, 'quiet_to'],
  [{ digest_hour: '24' }, 'digest_hour'],
  [{ turn_mail: 'often' }, 'turn_mail'],
])('a screen sent with %j is refused at that field', (wrong, field) => {
  const read = ChoicesAsk.safeParse(screen(wrong))
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field])
})
