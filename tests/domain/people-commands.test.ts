import { beforeEach, expect, test } from 'vitest'
import type { Act } from '#app/domain/act.ts'
import { later } from '#app/domain/instant.ts'
import { eraseMember } from '#app/domain/people/erase-member.server.ts'
import { becomeFirstAdmin, firstAdminLink } from '#app/domain/people/first-admin.server.ts'
import { join } from '#app/domain/people/join.server.ts'
import { markSessionSeen } from '#app/domain/people/mark-session-seen.server.ts'
import { asThemself, erasedName } from '#app/domain/people/member.ts'
import { linkOpens, makeLink, takeLink } from '#app/domain/people/one-time-link.server.ts'
import { hashPassword, isPassword } from '#app/domain/people/password-hash.server.ts'
import { mayAct, memberProfile, organisationProfile } from '#app/domain/people/people.read.server.ts'
import { registerOrganisation } from '#app/domain/people/register-organisation.server.ts'
import { resetPassword } from '#app/domain/people/reset-password.server.ts'
import { revokeSession, revokeSessions } from '#app/domain/people/revoke-session.server.ts'
import { memberOfSession, sessionIdOf, sessionsOf } from '#app/domain/people/sessions.read.server.ts'
import { startSession } from '#app/domain/people/start-session.server.ts'
import { verifyEmail } from '#app/domain/people/verify-email.server.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const newcomer = { email: 'nina@example.org', name: 'Nina', locale: 'it', password_hash: 'hashed' } as const
const asNina = asThemself('nina', now)
const memberOf = (id: string) => db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const signIn = (act: Act, device = 'Firefox, Linux') => write(db, (trx) => startSession(trx, act, device))

test('who joins has a profile with an address to prove', async () => {
  const { known } = await write(db, (trx) => join(trx, asNina, newcomer))
  expect(known).toBe(false)
  expect(await memberOf('nina')).toMatchObject({
    email: 'nina@example.org',
    email_verified_at: null,
    joined_at: now,
    is_admin: 0,
  })
})

test('who has not proven the address may not act yet', async () => {
  expect([await mayAct(db, 'fabio'), await mayAct(db, 'ada'), await mayAct(db, 'nobody')]).toEqual([false, true, false])
})

test('joining with an address that is known changes nothing', async () => {
  const outcome = await write(db, (trx) => join(trx, asNina, { ...newcomer, email: 'ada@example.org' }))
  expect(outcome).toMatchObject({ known: true, member: { id: 'ada' } })
  expect(await memberOf('ada')).toMatchObject({ name: 'Ada Ferri', password_hash: null })
})

test('an address is one profile’s, even when two join with it at once', async () => {
  const outcomes = await Promise.all(
    ['nina', 'nino', 'nene'].map((id) => write(db, (trx) => join(trx, asThemself(id, now), newcomer))),
  )
  expect(outcomes.filter(({ known }) => !known)).toHaveLength(1)
})

test('a password is kept as an argon2id hash of the agreed cost', async () => {
  const hash = await hashPassword('quattro travi dritte')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(hash, 'quattro travi dritte')).toBe(true)
  expect(await isPassword(hash, 'quattro travi storte')).toBe(false)
})

test('no password opens a profile that has none, and it takes as long to say so', async () => {
  const hash = await hashPassword('quattro travi dritte')
  const times = { wrong: [] as number[], nobody: [] as number[] }
  expect(await isPassword(undefined, 'x')).toBe(false)
  for (let round = 0; round < 5; round++) {
    times.wrong.push(await timeOf(() => isPassword(hash, 'x')))
    times.nobody.push(await timeOf(() => isPassword(undefined, 'x')))
  }
  expect(await isPassword(undefined, 'the hash that no password opens')).toBe(false)
  expect(Math.min(...times.nobody)).toBeGreaterThan(Math.min(...times.wrong) / 3)
})

async function timeOf(run: () => Promise<unknown>) {
  const start = performance.now()
  await run()
  return performance.now() - start
}

test('a VAT number is one organisation’s', async () => {
  const ask = { organisation_name: 'Nuova srl', organisation_kind: 'company', vat_number: '12345678903' } as const
  expect(await write(db, (trx) => registerOrganisation(trx, actOf('ada'), ask))).toEqual({
    refused: 'vat-number-taken',
  })
  const outcome = await write(db, (trx) =>
    registerOrganisation(trx, actOf('ada'), { ...ask, vat_number: '00743110157' }),
  )
  expect(outcome).toMatchObject({ organisation: { name: 'Nuova srl' } })
  expect(await db.selectFrom('memberships').select('role').where('member_id', '=', 'ada').execute()).toEqual([
    { role: 'owner' },
  ])
})

test('two organisations without a VAT number are two', async () => {
  const ask = { organisation_name: 'Circolo', organisation_kind: 'association', vat_number: null } as const
  for (const who of ['ada', 'gina'] as const)
    expect(await write(db, (trx) => registerOrganisation(trx, actOf(who), ask))).toHaveProperty('organisation')
})

test('a session is found by its token, and the table holds no token', async () => {
  const token = await signIn(actOf('dario'))
  expect(await memberOfSession(db, token, now)).toMatchObject({
    id: 'dario',
    coordinates: ['oz'],
    email_verified: true,
  })
  expect(await memberOfSession(db, sessionIdOf(token), now)).toBeUndefined()
  expect(JSON.stringify(await db.selectFrom('sessions').selectAll().execute())).not.toContain(token)
})

test('a session ends after sixty days unless it is used', async () => {
  const token = await signIn(actOf('ada'))
  const id = sessionIdOf(token)
  expect(await memberOfSession(db, token, later(now, { days: 61 }))).toBeUndefined()
  await write(db, (trx) => markSessionSeen(trx, { id, seen_at: now }, later(now, { days: 30 })))
  expect(await memberOfSession(db, token, later(now, { days: 61 }))).toMatchObject({ id: 'ada' })
})

test('one can end one’s own sessions, and nobody else’s', async () => {
  const [phone, laptop, gina] = [
    await signIn(actOf('ada'), 'Safari, iPhone'),
    await signIn(actOf('ada')),
    await signIn(actOf('gina')),
  ]
  await write(db, (trx) => revokeSession(trx, actOf('ada'), sessionIdOf(gina)))
  await write(db, (trx) => revokeSession(trx, actOf('ada'), sessionIdOf(phone)))
  expect(await memberOfSession(db, gina, now)).toBeDefined()
  expect(await memberOfSession(db, phone, now)).toBeUndefined()
  expect((await sessionsOf(db, 'ada', now)).map(({ id }) => id)).toEqual([sessionIdOf(laptop)])
})

test('all sessions but the one in hand end together', async () => {
  const [phone, laptop] = [await signIn(actOf('ada')), await signIn(actOf('ada'))]
  await write(db, (trx) => revokeSessions(trx, actOf('ada'), sessionIdOf(laptop)))
  expect(await memberOfSession(db, phone, now)).toBeUndefined()
  expect(await memberOfSession(db, laptop, now)).toBeDefined()
})

test('a link opens once, and only for what it was made for', async () => {
  const token = await write(db, (trx) => makeLink(trx, 'verify_email', 'fabio', now))
  expect(token).toHaveLength(43)
  expect(JSON.stringify(await db.selectFrom('member_links').selectAll().execute())).not.toContain(token)
  expect(await write(db, (trx) => takeLink(trx, 'reset_password', token, now))).toBeUndefined()
  expect(await linkOpens(db, 'verify_email', token, now)).toBe(true)
  expect(await write(db, (trx) => verifyEmail(trx, token, now))).toEqual({ member_id: 'fabio' })
  expect(await write(db, (trx) => verifyEmail(trx, token, now))).toEqual({ refused: 'link-closed' })
  expect(await linkOpens(db, 'verify_email', token, now)).toBe(false)
  expect((await memberOf('fabio')).email_verified_at).toBe(now)
})

test('a link taken twice at once opens once', async () => {
  const token = await write(db, (trx) => makeLink(trx, 'verify_email', 'fabio', now))
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => write(db, (trx) => verifyEmail(trx, token, now))))
  expect(outcomes.filter((outcome) => 'member_id' in outcome)).toHaveLength(1)
})

test.each([
  ['verify_email', { hours: 48 }],
  ['reset_password', { hours: 1 }],
] as const)('a link to %s is good for %o', async (kind, life) => {
  const token = await write(db, (trx) => makeLink(trx, kind, 'ada', now))
  expect(await linkOpens(db, kind, token, later(now, { ...life, minutes: -1 }))).toBe(true)
  expect(await write(db, (trx) => takeLink(trx, kind, token, later(now, life)))).toBeUndefined()
})

test('a new password by letter ends every session and every older link, and proves the address', async () => {
  const fabio = asThemself('fabio', now)
  const session = await signIn(fabio)
  const [older, newer] = await write(db, async (trx) => [
    await makeLink(trx, 'reset_password', 'fabio', now),
    await makeLink(trx, 'reset_password', 'fabio', now),
  ])
  expect(await write(db, (trx) => resetPassword(trx, newer ?? '', 'new hash', now))).toEqual({ member_id: 'fabio' })
  expect(await memberOf('fabio')).toMatchObject({ password_hash: 'new hash', email_verified_at: now })
  expect(await memberOfSession(db, session, now)).toBeUndefined()
  expect(await write(db, (trx) => resetPassword(trx, older ?? '', 'stolen', now))).toEqual({ refused: 'link-closed' })
})

test('there is a link for the first admin only while there is none', async () => {
  expect(await write(db, (trx) => firstAdminLink(trx, now))).toBeUndefined()
  await db.updateTable('members').set({ is_admin: 0 }).execute()
  const path = await write(db, (trx) => firstAdminLink(trx, now))
  const token = path?.replace('/first-admin/', '') ?? ''
  const admin = { email: 'olga@example.org', name: 'Olga', password_hash: 'hashed', locale: 'it' } as const
  const outcome = await write(db, (trx) => becomeFirstAdmin(trx, token, admin, now))
  expect(outcome).toHaveProperty('member_id')
  const again = await write(db, (trx) => becomeFirstAdmin(trx, token, { ...admin, email: 'eve@example.org' }, now))
  expect(again).toEqual({ refused: 'link-closed' })
  expect(await db.selectFrom('members').select(['email', 'is_admin']).where('is_admin', '=', 1).execute()).toEqual([
    { email: 'olga@example.org', is_admin: 1 },
  ])
})

test('who leaves loses name, address, password and sessions, and cannot be found', async () => {
  const session = await signIn(actOf('bruno'))
  await write(db, (trx) => eraseMember(trx, actOf('bruno')))
  expect(await memberOf('bruno')).toMatchObject({ name: erasedName, about: '', password_hash: null, erased_at: now })
  expect(JSON.stringify(await db.selectFrom('members').selectAll().execute())).not.toContain('bruno@example.org')
  expect(await memberOfSession(db, session, now)).toBeUndefined()
  expect(await memberProfile(db, 'bruno')).toBeUndefined()
  expect((await organisationProfile(db, 'bottega'))?.people).toEqual([])
})

test('a profile says the area, never the address', async () => {
  await given.listing({ donor_id: 'ada' })
  const profile = await memberProfile(db, 'ada')
  expect(profile).toMatchObject({ name: 'Ada Ferri', area: 'Montesacro' })
  expect(JSON.stringify(profile)).not.toContain('Nomentana')
  expect(JSON.stringify(profile)).not.toContain('example.org')
})
