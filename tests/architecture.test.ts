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

test('a class is laid down in one style sheet: all of them are one sheet in the end', () => {
  const sheets = paths('app').filter((path) => path.endsWith('.css'))
  const homes = new Map<string, string[]>()
  for (const path of sheets)
    for (const name of laidDownIn(readFileSync(join(root, path), 'utf8')))
      homes.set(name, [...(homes.get(name) ?? []), path])
  expect(homes.size).toBeGreaterThan(100)
  expect([...homes].filter(([, found]) => found.length > 1)).toEqual([])
  expect(laidDownIn('@layer ui { .drawing { color: red; & .piece { fill: none; } } .a.b, .c { gap: 0; } }')).toEqual([
    'drawing',
    'c',
  ])
})

/** The classes that a sheet styles by their name alone, at the top of a layer. */
function laidDownIn(sheet: string) {
  const names: string[] = []
  let depth = 0
  for (const [, before = '', mark] of sheet.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]*)([{};])/g)) {
    if (mark === '{' && depth === 1)
      for (const selector of before.split(',')) names.push(...(/^\s*\.([\w-]+)\s*$/.exec(selector)?.slice(1) ?? []))
    if (mark !== ';') depth += mark === '{' ? 1 : -1
  }
  return [...new Set(names)]
}
