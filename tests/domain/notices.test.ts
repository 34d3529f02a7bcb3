import { beforeEach, expect, test } from 'vitest'
import { markSeen } from '#app/domain/notifications/mark-seen.server.ts'
import { noticeKinds, pathOf } from '#app/domain/notifications/notice.ts'
import { noticesOf, unseenNotices } from '#app/domain/notifications/notices.read.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { writeReset, writeVerificationAgain } from '#app/domain/notifications/write-account-mail.server.ts'
import { write } from '#app/domain/write.server.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { actOf, db, freshWorld, now } from '../support/world.ts'

beforeEach(freshWorld)

const details = {
  title: 'Tavole di abete',
  quantity: 8,
  unit: 'piece',
  position: 3,
  starts_at: '2026-11-25T15:30:00.000Z',
  expires_at: '2026-11-25T13:00:00.000Z',
  must_go_by: '2026-11-25T17:00:00.000Z',
}
const tell = (member_id: string, event_key: string, kind: (typeof noticeKinds)[number] = 'claim-offered') =>
  write(db, (trx) =>
    notify(trx, actOf('bruno'), { member_id, kind, subject: 'claim', subject_id: 'c1', event_key, details }),
  )
const mails = () => db.selectFrom('mails').select(['address', 'kind']).orderBy('id').execute()

test('the same event tells the same person once, in the app and by mail', async () => {
  await tell('ada', 'claim-offered:c1')
  await tell('ada', 'claim-offered:c1')
  expect(await unseenNotices(db, 'ada')).toBe(1)
  expect(await mails()).toEqual([{ address: 'ada@example.org', kind: 'claim-offered' }])
})

test('an address that is not proven gets no mail, only the notice', async () => {
  await tell('fabio', 'claim-offered:c1')
  expect(await unseenNotices(db, 'fabio')).toBe(1)
  expect(await mails()).toEqual([])
})

test('notices come thirty at a time, the newest first, and none twice', async () => {
  for (let each = 0; each < 35; each++) await tell('ada', `claim-offered:${each}`)
  const first = await noticesOf(db, 'ada')
  const second = await noticesOf(db, 'ada', first.older)
  expect([first.notices.length, second.notices.length, second.older]).toEqual([30, 5, undefined])
  const ids = [...first.notices, ...second.notices].map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)].sort().reverse())
})

test('what is read is read up to the newest that was shown', async () => {
  await tell('ada', 'one')
  const shown = await noticesOf(db, 'ada')
  await tell('ada', 'two')
  await tell('gina', 'one')
  await write(db, (trx) => markSeen(trx, actOf('ada'), shown.notices[0]?.id ?? ''))
  expect(await unseenNotices(db, 'ada')).toBe(1)
  expect(await unseenNotices(db, 'gina')).toBe(1)
})

test.each(['it', 'en'] as const)(
  'every kind of notice is a whole sentence in %s, and a letter with a subject',
  (locale) => {
    const spoken = translator(locale)
    for (const kind of noticeKinds) {
      const words = noticeWords(spoken, details)
      for (const said of [
        spoken.t(`notices.kinds.${kind}`, words),
        spoken.t(`mail.${kind}.subject`, words),
        spoken.t(`mail.${kind}.action`),
      ]) {
        expect(said, kind).not.toMatch(/\{\{|undefined|NaN|notices\.|mail\./)
        expect(said.length, kind).toBeGreaterThan(4)
        expect(said, 'no exclamation marks').not.toContain('!')
      }
    }
  },
)

test('a notice says how many of what, until when', () => {
  const italian = translator('it')
  expect(italian.t('notices.kinds.claim-offered', noticeWords(italian, details))).toBe(
    '8\u00a0pezzi di «Tavole di abete», se li vuoi. Rispondi entro mer 25 novembre, 14:00.',
  )
  const english = translator('en')
  expect(
    english.t('notices.kinds.claim-offered', noticeWords(english, { ...details, quantity: 26_000, unit: 'mm' })),
  ).toContain('26\u00a0m of “Tavole di abete”')
})

test.each([
  ['claim', '/claims/x'],
  ['listing', '/listings/x'],
  ['pickup', '/pickups/x'],
  ['handover', '/handovers/x'],
] as const)('a notice about a %s leads to %s', (subject, path) => {
  expect(pathOf({ subject, subject_id: 'x' })).toBe(path)
})

test('letters about the account go to profiles, and to nobody else', async () => {
  for (const email of ['fabio@example.org', 'ada@example.org', 'nobody@example.org'])
    await write(db, (trx) => writeVerificationAgain(trx, actOf('fabio'), email))
  expect(await mails()).toEqual([{ address: 'fabio@example.org', kind: 'verify-email' }])
  await db.deleteFrom('mails').execute()
  for (const email of ['ada@example.org', 'nobody@example.org'])
    await write(db, (trx) => writeReset(trx, actOf('ada'), email))
  expect(await mails()).toEqual([{ address: 'ada@example.org', kind: 'reset-password' }])
})

test('no secret waits in the outbox', async () => {
  await write(db, (trx) => writeReset(trx, actOf('ada'), 'ada@example.org'))
  expect(await db.selectFrom('mails').select(['details', 'written_at']).execute()).toEqual([
    { details: '{}', written_at: now },
  ])
  expect(await db.selectFrom('member_links').selectAll().execute()).toEqual([])
})
