import { beforeEach, expect, test } from 'vitest'
import { verifyChain } from '#app/domain/handovers/verify-chain.server.ts'
import { headline } from '#app/domain/impact/totals.read.server.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { erasedName } from '#app/domain/people/member.ts'
import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { openCalendar } from '#app/domain/pickups/calendar-feed.server.ts'
import { offerSlots } from '#app/domain/pickups/offer-slots.server.ts'
import { sayAvailability } from '#app/domain/pickups/say-availability.server.ts'
import { write } from '#app/domain/write.server.ts'
import { handOver, promisedBoards } from '../support/handover-steps.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const leave = (neighbour: Neighbour) => write(db, (trx) => eraseAccount(trx, actOf(neighbour)))
const lot = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const claim = (id: string) => db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const told = (member: string) =>
  db.selectFrom('notices').select('kind').where('member_id', '=', member).orderBy('id').execute()

test('when a donor leaves, the lot closes and everyone who asked hears of it', async () => {
  const boards = await given.listing()
  const bruno = await given.claim({ listing_id: boards.id, state: 'confirmed' })
  const gina = await given.claim({ listing_id: boards.id, claimant_id: 'gina' })
  expect(await leave('ada')).toEqual({ member_id: 'ada' })
  expect(await lot(boards.id)).toMatchObject({ state: 'closed', closed_reason: 'withdrawn', held: 0 })
  expect([(await claim(bruno.id)).state, (await claim(gina.id)).state]).toEqual(['superseded', 'superseded'])
  expect([await told('bruno'), await told('gina')]).toEqual([
    [{ kind: 'claim-superseded' }],
    [{ kind: 'claim-superseded' }],
  ])
})

test('when a claimant leaves, the units are free and the pickup is called off', async () => {
  const boards = await given.listing()
  const asked = await given.claim({ listing_id: boards.id, state: 'scheduled' })
  const pickup = await given.pickup([asked.id], { state: 'confirmed', confirmed_by: 'ada', confirmed_at: now })
  await leave('bruno')
  expect(await lot(boards.id)).toMatchObject({ state: 'live', held: 0 })
  expect((await claim(asked.id)).state).toBe('cancelled_by_claimant')
  expect(await db.selectFrom('pickups').select('state').where('id', '=', pickup.id).executeTakeFirst()).toEqual({
    state: 'cancelled',
  })
  expect((await told('ada')).map(({ kind }) => kind)).toEqual(['pickup-cancelled', 'claim-cancelled'])
})

test('what was handed over goes on counting to the gram, under nobody’s name', async () => {
  const { claim: promised } = await promisedBoards()
  await handOver(promised)
  const before = await headline(db, now)
  expect(before.ever.typ_g).toBe(23_400)
  await leave('bruno')
  await leave('ada')
  expect(await headline(db, now)).toEqual(before)
  expect((await verifyChain(db)).broken).toBeUndefined()
  const parties = await db.selectFrom('ledger_parties').select('member_id').where('id', '<>', 'outside').execute()
  expect(parties).toEqual([{ member_id: null }, { member_id: null }])
})

test('no personal fact is left in any table', async () => {
  const boards = await given.listing()
  await given.claim({ listing_id: boards.id, state: 'confirmed' })
  await leave('ada')
  const tables = [
    'members',
    'sessions',
    'member_links',
    'memberships',
    'place_doors',
    'notices',
    'mails',
    'ledger_parties',
  ] as const
  for (const table of tables) {
    const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute())
    for (const fact of ['Ada', 'ada@example.org', 'Nomentana', '5550', 'Pensionata'])
      expect(rows, `${table}: ${fact}`).not.toContain(fact)
  }
  expect(await db.selectFrom('members').select('name').where('id', '=', 'ada').executeTakeFirst()).toEqual({
    name: erasedName,
  })
})

test('a place booked is free again, and nobody can read any more when they were at home', async () => {
  const { id } = await given.listing()
  const wednesday = { weekday: 'wed', from_time: '09:00', to_time: '13:00' } as const
  await db
    .insertInto('hub_hours')
    .values({ hub_id: 'oz', ...wednesday })
    .execute()
  const hours = { from_time: '09:00', to_time: '12:00' }
  const slots = { kind: 'drop_off', when: 'wed', day: '', hours, every_minutes: 60, capacity: 1 } as const
  const starts_at = '2026-11-25T08:00:00.000Z'
  await write(db, (trx) => offerSlots(trx, actOf('dario'), 'officine-zero', slots))
  const book = (who: Neighbour) =>
    write(db, (trx) => bookDropOff(trx, actOf(who), 'officine-zero', { starts_at, note: 'Due porte di Ada' }))
  await book('ada')
  const said = { scope: 'place' as const, hours: [wednesday], days: [{ day: '2026-12-02', spans: '' }] }
  await write(db, (trx) => sayAvailability(trx, actOf('ada'), id, said))
  await write(db, (trx) => sayAvailability(trx, actOf('ada'), id, { ...said, scope: 'lot' }))
  await write(db, (trx) => openCalendar(trx, actOf('ada'), ''))
  await leave('ada')
  expect(await book('bruno')).not.toHaveProperty('refused')
  expect(await db.selectFrom('slot_bookings').select(['note', 'is_open']).orderBy('is_open').execute()).toEqual([
    { note: '', is_open: 0 },
    { note: 'Due porte di Ada', is_open: 1 },
  ])
  for (const table of ['availability_hours', 'availability_days', 'calendar_feeds'] as const)
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
})

test('a hub’s address stays when its coordinator leaves', async () => {
  await leave('dario')
  expect(await db.selectFrom('place_doors').select('street').where('place_id', '=', 'oz-yard').execute()).toHaveLength(
    1,
  )
})

test('the only admin cannot leave; one of two can', async () => {
  expect(await leave('elena')).toEqual({ refused: 'last-admin' })
  await db.updateTable('members').set({ is_admin: 1 }).where('id', '=', 'gina').execute()
  expect(await leave('elena')).toEqual({ member_id: 'elena' })
})
