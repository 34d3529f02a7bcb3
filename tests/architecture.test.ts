import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mannerRules } from './support/house/manners.ts'
import { roomRules } from './support/house/rooms.ts'
import { paths, root, sources } from './support/house/source.ts'
import { owners, tableRules } from './support/house/tables.ts'

const house = sources('app', 'db', 'scripts')

describe.each([...roomRules, ...tableRules, ...mannerRules])('$says', ({ offences, planted }) => {
  test('in every file', () => expect(house.flatMap(offences)).toEqual([]))
  test('and a file that breaks it is found', () => expect(offences(planted)).not.toEqual([]))
})

test('every migration is in the index, in its order', () => {
  const index = readFileSync(join(root, 'db/migrations/index.ts'), 'utf8')
  const listed = [...index.matchAll(/export \* as m(\w+) from '\.\/(\w+)\.ts'/g)].map(([, name, file]) => [name, file])
  const there = paths('db/migrations')
    .map((path) => path.slice('db/migrations/'.length, -'.ts'.length))
    .filter((name) => name !== 'index')
    .sort()
  expect(listed).toEqual(there.map((name) => [name, name]))
})

test('every table belongs to a domain', () => {
  expect(owners().size).toBeGreaterThan(20)
  expect([...owners().values()]).not.toContain('?')
})
