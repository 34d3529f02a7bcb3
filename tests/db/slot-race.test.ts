import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { db, freshWorld, now } from '../support/world.ts'

const run = promisify(execFile)
const script = new URL('../support/book-one.ts', import.meta.url).pathname

beforeEach(freshWorld)

test('two hundred bookings from four processes on twenty places: exactly twenty get one', async () => {
  await db
    .insertInto('hub_hours')
    .values({ hub_id: 'oz', weekday: 'wed', from_time: '09:00', to_time: '19:00' })
    .execute()
  const made = { made_by: 'dario', made_at: now, starts_on: '2026-11-24', ends_on: null }
  const hours = { weekday: 'wed', from_time: '09:00', to_time: '12:00' } as const
  await db
    .insertInto('slot_series')
    .values({ id: 'wednesdays', hub_id: 'oz', kind: 'drop_off', ...hours, every_minutes: 180, capacity: 20, ...made })
    .execute()
  const crowd = Array.from({ length: 200 }, (_, n) => `crowd-${n}`)
  const usual = { about: '', password_hash: null, locale: 'it', is_admin: 0, erased_at: null } as const
  await db
    .insertInto('members')
    .values(
      crowd.map((id) => ({
        ...{ ...usual, id, name: id, email: `${id}@example.org` },
        ...{ email_verified_at: now, joined_at: now },
      })),
    )
    .execute()

  const shares = Array.from({ length: 4 }, (_, n) => crowd.slice(n * 50, n * 50 + 50))
  const outcomes = await Promise.all(
    shares.map(async (ids) => {
      const asked = [process.env['DATABASE_URL'] ?? '', '2026-11-25T08:00:00.000Z', now, ...ids]
      const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...asked])
      return JSON.parse(stdout) as string[]
    }),
  )

  const said = outcomes.flat()
  expect(said.filter((outcome) => outcome === 'booked')).toHaveLength(20)
  expect(said.filter((outcome) => outcome === 'slot-taken')).toHaveLength(180)
  const slots = await db.selectFrom('slots').select(['capacity', 'booked']).execute()
  expect(slots).toEqual([{ capacity: 20, booked: 20 }])
  const open = await db.selectFrom('slot_bookings').select('member_id').where('is_open', '=', 1).execute()
  expect(new Set(open.map(({ member_id }) => member_id)).size).toBe(20)
}, 120_000)

test('the database itself lets no slot be overbooked, however it is asked', async () => {
  const slot = { id: 'one', hub_id: 'oz', kind: 'pickup', series_id: null, offered_by: 'dario' } as const
  const times = { starts_at: '2026-11-25T08:00:00.000Z', ends_at: '2026-11-25T09:00:00.000Z' }
  const free = { closed_at: null, close_reason: '' }
  await db
    .insertInto('slots')
    .values({ ...slot, ...times, ...free, capacity: 1, booked: 1 })
    .execute()
  await expect(db.updateTable('slots').set({ booked: 2 }).execute()).rejects.toThrow()
  await expect(db.updateTable('slots').set({ booked: -1 }).execute()).rejects.toThrow()
  await expect(
    db
      .insertInto('slots')
      .values({ ...slot, ...times, ...free, id: 'two', capacity: 9, booked: 0 })
      .execute(),
  ).rejects.toThrow()
})
