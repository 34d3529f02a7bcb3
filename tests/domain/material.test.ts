import { expect, test } from 'vitest'
import { allowsUnit, euCategories, hatchOf, material, materialName } from '#app/domain/listings/material.ts'
import { fold, materialSearchText, searchMaterials, stem } from '#app/domain/listings/material-search.ts'
import { materials } from '#app/domain/listings/materials.ts'
import { refused as english } from '#app/i18n/en/refused.ts'
import { refused as italian } from '#app/i18n/it/refused.ts'
import { factorTable, wasteCodes, weightTable } from '#db/reference/read-reference.server.ts'

const found = (text: string, locale: 'it' | 'en' = 'it') => searchMaterials(text, locale, 5).map(({ key }) => key)

test('every leaf has its own key, and a family before the first dot', () => {
  const keys = materials.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^[a-z]+(\.[a-z-]+)+$/)
  expect(keys.length).toBeGreaterThanOrEqual(60)
})

test('all five European categories have leaves, and no others', () => {
  expect(new Set(materials.map(({ eu_category }) => eu_category))).toEqual(new Set(euCategories))
})

test('every leaf is named in both languages and found by its own name first', () => {
  for (const { key, name } of materials) {
    expect(
      searchMaterials(name.it, 'it', 3).map((leaf) => leaf.key),
      name.it,
    ).toContain(key)
    expect(
      searchMaterials(name.en, 'en', 3).map((leaf) => leaf.key),
      name.en,
    ).toContain(key)
  }
})

test('every weight, factor and waste code a leaf names exists and is verified', () => {
  const { rows } = weightTable()
  const factors = new Set(factorTable().rows.map(({ material_key }) => material_key))
  for (const leaf of materials) {
    for (const key of [leaf.solid, leaf.loose, leaf.typical, ...(leaf.items ?? [])])
      if (key) expect(rows.has(key), `${leaf.key}: ${key}`).toBe(true)
    if (leaf.solid) expect(rows.get(leaf.solid)?.unit).toBe('m3')
    if (leaf.loose) expect(leaf.loose).toMatch(/^vol_/)
    if (leaf.factor) expect(factors.has(leaf.factor), `${leaf.key}: ${leaf.factor}`).toBe(true)
    expect(wasteCodes().has(leaf.hypothetical_ewc), `${leaf.key}: ${leaf.hypothetical_ewc}`).toBe(true)
  }
})

test('nothing in the taxonomy would be hazardous as waste', () => {
  for (const leaf of materials) expect(wasteCodes().get(leaf.hypothetical_ewc)?.hazardous, leaf.key).toBe(false)
})

test('a heap is measured in cubic metres only where a loose density says what it weighs, or weight is not proposed at all', () => {
  for (const leaf of materials.filter(({ solid }) => solid)) expect(leaf.units, leaf.key).not.toContain('dm3')
})

test('every reason to look twice is explained in both languages', () => {
  for (const { review } of materials) {
    if (!review) continue
    expect(italian.review[review]).toBeTruthy()
    expect(english.review[review]).toBeTruthy()
  }
})

test('an unknown key is no leaf, and reads as the catch-all', () => {
  expect(material('wood.unobtainium')).toBeUndefined()
  expect(material(null)).toBeUndefined()
  expect(materialName('wood.unobtainium', 'it')).toBe('Altro')
  expect(hatchOf(null)).toBe('other')
  expect(hatchOf('wood.pallet')).toBe('wood')
})

test('boards are not sold by the cubic metre, fabric is by the metre', () => {
  expect(allowsUnit('wood.solid.boards', 'dm3')).toBe(false)
  expect(allowsUnit('textile.fabric', 'mm')).toBe(true)
  expect(allowsUnit('nothing', 'g')).toBe(false)
})

test.each([
  ['tavole', 'wood.solid.boards'],
  ['tavola', 'wood.solid.boards'],
  ['tavole di rovere', 'wood.solid.boards'],
  ['lamiera', 'metal.steel.sheet'],
  ['LAMIERE', 'metal.steel.sheet'],
  ['scampoli', 'textile.offcuts'],
  ['scampolo', 'textile.offcuts'],
  ['bancali', 'wood.pallet'],
  ['coppi', 'masonry.rooftile'],
  ['sanpietrini', 'masonry.cobble'],
  ['sampietrino', 'masonry.cobble'],
  ['okume', 'wood.panel.plywood'],
  ['banco', 'furniture.desk'],
  ['sedie', 'furniture.chair'],
  ['mattonelle', 'masonry.tile'],
  ['termosifone', 'joinery.radiator'],
  ['plexiglas', 'plastic.sheet'],
  ['planks', 'wood.solid.boards'],
])('an Italian who types %j is offered %s first', (text, key) => {
  expect(found(text)[0]).toBe(key)
})

test.each([
  ['boards', 'wood.solid.boards'],
  ['plank', 'wood.solid.boards'],
  ['door', 'joinery.door.interior'],
  ['sheet metal', 'metal.steel.sheet'],
  ['roof tiles', 'masonry.rooftile'],
  ['office chair', 'furniture.office-chair'],
  ['tavole', 'wood.solid.boards'],
])('an English reader who types %j is offered %s first', (text, key) => {
  expect(found(text, 'en')[0]).toBe(key)
})

test('the beginning of a word is enough, and every word must be answered', () => {
  expect(found('compen')).toEqual(['wood.panel.plywood'])
  expect(found('tavole zzz')).toEqual([])
})

test('no text lists the catalogue in its order', () => {
  expect(found('  ')).toEqual(materials.slice(0, 5).map(({ key }) => key))
  expect(searchMaterials('', 'en')).toHaveLength(materials.length)
})

test('the search text of a leaf is folded and speaks both languages', () => {
  const leaf = material('wood.panel.plywood')
  expect(leaf && materialSearchText(leaf)).toMatch(/^compensato e multistrato plywood .*okume/)
})

test('folding drops accents, capitals and punctuation', () => {
  expect(fold('  Okumè, 10 mm (Nuovo!) ')).toBe('okume 10 mm nuovo')
})

test('singular and plural share a stem in both languages', () => {
  for (const [one, many] of [
    ['tavola', 'tavole'],
    ['banco', 'banchi'],
    ['specchio', 'specchi'],
    ['board', 'boards'],
    ['box', 'boxes'],
    ['tile', 'tiles'],
    ['vite', 'viti'],
  ] as const) {
    expect(stem(many)).toBe(stem(one))
  }
})
