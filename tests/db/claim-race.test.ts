import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { db, freshWorld, given, now } from '../support/world.ts'

const run = promisify(execFile)
const script = new URL('../support/claim-one.ts', import.meta.url).pathname

beforeEach(freshWorld)

test('two hundred claims from eight processes on forty pieces: exactly forty are granted', async () => {
  const lot = await given.listing({ total: 40, allocation_rule: 'first_come' })
  const crowd = Array.from({ length: 200 }, (_, n) => `crowd-${n}`)
  const member = {
    email_verified_at: now,
    about: '',
    password_hash: null,
    locale: 'it' as const,
    is_admin: 0 as const,
    joined_at: now,
    erased_at: null,
  }
  await db
    .insertInto('members')
    .values(crowd.map((id) => ({ ...member, id, name: id, email: `${id}@example.org` })))
    .execute()

  const shares = Array.from({ length: 8 }, (_, n) => crowd.slice(n * 25, n * 25 + 25))
  const outcomes = await Promise.all(
    shares.map(async (ids) => {
      const { stdout } = await run(process.execPath, [
        '--import',
        'tsx',
        script,
        process.env['DATABASE_URL'] ?? '',
        lot.id,
        now,
        ...ids,
      ])
      return JSON.parse(stdout) as string[]
    }),
  )

  const states = outcomes.flat()
  expect(states.filter((state) => state === 'confirmed')).toHaveLength(40)
  expect(states.filter((state) => state === 'waitlisted')).toHaveLength(160)
  const stock = await db
    .selectFrom('listings')
    .select(['held', 'collected', 'total'])
    .where('id', '=', lot.id)
    .executeTakeFirst()
  expect(stock).toEqual({ held: 40, collected: 0, total: 40 })
}, 120_000)
