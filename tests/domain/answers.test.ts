import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorsOf, anchorsOfLot } from '#app/domain/discovery/anchors.ts'
import { answers, type LotFacts } from '#app/domain/discovery/answers.ts'
import { readQuestion } from '#app/domain/discovery/asked.ts'
import { later } from '#app/domain/instant.ts'
import { stem } from '#app/domain/listings/material-search.ts'
import { materials } from '#app/domain/listings/materials.ts'
import { nodesAbove } from '#app/domain/listings/wanted-material.ts'
import { now } from '../support/neighbourhood.ts'

/** Forty boards of fir at Montesacro. */
const boards: LotFacts = {
  latitude_e6: 41_938_000,
  longitude_e6: 12_533_000,
  material_key: 'wood.solid.boards',
  condition: 'good',
  weight_grade: 'C',
  unit: 'piece',
  available: 40,
  piece_length_mm: 1200,
  piece_width_mm: 190,
  piece_thickness_mm: 27,
  must_go_by: later(now, { days: 5 }),
  reserved_until: null,
  at_hub: 0,
  search_text: 'tavole di abete vecchi ripiani legno massello boards solid wood citta',
}
const asking = { at: now, comes_first: false }
const ask = (question: string, facts: Partial<LotFacts> = {}, comes_first = false) =>
  answers({ ...boards, ...facts }, readQuestion(question), { at: now, comes_first })

describe('a lot answers', () => {
  const cases: [string, string, Partial<LotFacts>, boolean][] = [
    ['a question that asks nothing', '', {}, true],
    ['not once its day has passed', '', { must_go_by: now }, false],
    ['a word as it is written', 'q=tavole', {}, true],
    ['a word in the singular, with a capital', 'q=Tavola', {}, true],
    ['a word with an accent', 'q=citt%C3%A0', {}, true],
    ['the beginning of a word', 'q=ab', {}, true],
    ['not the middle of a word', 'q=bete', {}, false],
    ['not a longer word that begins alike', 'q=abetella', {}, false],
    ['when every word is there', 'q=boards+massello', {}, true],
    ['not when one word is missing', 'q=boards+rovere', {}, false],
    ['whatever small words stand between', 'q=tavole+di+del+abete', {}, true],
    ['a text without a word in it', 'q=%25%27%22%F0%9F%AA%B5', {}, true],
    ['a text with a count that is there', 'q=40+tavole', {}, true],
    ['not a text with a larger count', 'q=41+tavole', {}, false],
    ['a text with a length that is there', 'q=tavole+almeno+1.200+mm', {}, true],
    ['not a text with a larger length', 'q=tavole+almeno+1.201+mm', {}, false],
    ['not a text with a length when nobody measured', 'q=tavole+1+m', { piece_length_mm: null }, false],
    ['its own material', 'material=wood.solid.boards', {}, true],
    ['a branch above its material', 'material=wood', {}, true],
    ['not a material below its own', 'material=wood.solid.boards', { material_key: 'wood.solid' }, false],
    ['not a material that merely begins alike', 'material=wood.sol', {}, false],
    ['not a material when its own is unknown', 'material=wood', { material_key: '' }, false],
    ['within the radius', 'lat=41.881&lon=12.566&radius=7', {}, true],
    ['not outside the radius', 'lat=41.881&lon=12.566&radius=6', {}, false],
    ['from anywhere without a radius', 'lat=45.46&lon=9.19', {}, true],
    ['a radius around nowhere', 'near=Roma&radius=2', {}, true],
    ['across the date line', 'lat=0&lon=179.99&radius=10', { latitude_e6: 0, longitude_e6: -179_990_000 }, true],
    ['inside the box', 'bbox=12,41,13,42', {}, true],
    ['not beside the box', 'bbox=12.6,41,13,42', {}, false],
    ['not above the box', 'bbox=12,41,13,41.9', {}, false],
    ['a box over the date line', 'bbox=170,-10,-170,10', { latitude_e6: 0, longitude_e6: -175_000_000 }, true],
    ['not outside a box over the date line', 'bbox=170,-10,-170,10', { latitude_e6: 0, longitude_e6: 0 }, false],
    ['a box that makes no sense', 'bbox=1,2,3,..', {}, true],
    ['a box upside down', 'bbox=12,42,13,41', {}, true],
    ['when it must go in time', 'by=week', {}, true],
    ['not when it may stay longer', 'by=three_days', {}, false],
    ['not a deadline when it has none', 'by=week', { must_go_by: null }, false],
    ['as many as there are', 'quantity=40', {}, true],
    ['not more than there are', 'quantity=41', {}, false],
    ['a worse condition than its own', 'condition=worn', {}, true],
    ['not a better condition than its own', 'condition=new', {}, false],
    ['any condition when nobody told its own', 'condition=new', { condition: null }, true],
    ['not as weighed when it is estimated', 'weighed=1', {}, false],
    ['as weighed with papers', 'weighed=1', { weight_grade: 'B' }, true],
    ['not as open while it is kept for others', 'open=1', { reserved_until: later(now, { hours: 1 }) }, false],
    ['as open once that is over', 'open=1', { reserved_until: now }, true],
    ['without being open, when nobody asks', '', { reserved_until: later(now, { hours: 1 }) }, true],
    ['not as a hub’s when it is at home', 'at_hub=1', {}, false],
    ['as a hub’s when it lies there', 'at_hub=1', { at_hub: 1 }, true],
    ['a cut list of which one piece comes out', 'cut=900x1200x190x27', {}, true],
    ['a cut list turned round', 'cut=4x190x1200x27', {}, true],
    ['not a cut list too long', 'cut=4x1201x190x27', {}, false],
    ['a cut list within tolerance', 'cut=4x1201x190x27&tolerance=1', {}, true],
    ['not a cut list too thick', 'cut=4x1200x190x28', {}, false],
    ['not a thickness when nobody measured its own', 'cut=4x100x100x2', { piece_thickness_mm: null }, false],
    ['not a cut list when sold by weight', 'cut=4+da+100x100', { unit: 'g' }, false],
    ['not a cut list when its width is unknown', 'cut=4+da+100x100', { piece_width_mm: null }, false],
    ['not a cut list when nothing is left', 'cut=4+da+100x100', { available: 0 }, false],
    ['a cut list nobody can read', 'cut=tanti', {}, true],
    ['all at once', 'q=tavole&material=wood&lat=41.9&lon=12.5&radius=10&cut=2+da+600x90&by=week', {}, true],
  ]
  test.each(cases)('%s', (_, question, facts, yes) => {
    expect(ask(question, facts) !== undefined).toBe(yes)
    if (yes) expect(meet(readQuestion(question), { ...boards, ...facts })).toBe(true)
  })

  test('as open to those it is kept for', () => {
    expect(ask('open=1', { reserved_until: later(now, { hours: 1 }) }, true)).toBeDefined()
  })
})

test('the answer says how far, and how many lines of the cut list with what waste', () => {
  expect(ask('q=tavole')).toEqual({ distance_m: undefined, cut: undefined })
  expect(ask('lat=41.938&lon=12.533')?.distance_m).toBe(0)
  expect(ask('cut=2x1200x190x27;1+da+2000x100')?.cut).toEqual({ lines: 1, of: 2, waste: 0 })
  expect(ask('cut=100x1200x190x27')?.cut).toMatchObject({ lines: 0, of: 1 })
})

const meet = (asked: ReturnType<typeof readQuestion>, lot: LotFacts) => {
  const own = new Set(anchorsOfLot(lot))
  return anchorsOf(asked).some((anchor) => own.has(anchor))
}

const words = [
  'tavole',
  'tavola',
  'tav',
  'abete',
  'boards',
  'board',
  'rovere',
  'citta',
  'oak',
  'ab',
  'i',
  'panche',
  'panca',
  'straße',
  '鉄板材料大',
]
const keys = [...new Set(materials.flatMap(({ key }) => nodesAbove(key)))]
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const degrees = (most: number) =>
  fc.oneof(
    fc.double({ min: -most, max: most, noNaN: true }),
    fc.double({ min: 9, max: 13, noNaN: true }).map((at) => (most === 90 ? at + 32 : at)),
  )

const questions = fc
  .record({
    q: maybe(fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((some) => some.join(' '))),
    material: maybe(fc.constantFrom(...keys)),
    lat: maybe(degrees(90)),
    lon: maybe(degrees(180)),
    radius: maybe(fc.constantFrom(1, 2, 5, 10, 25, 50, 100, 300, 500)),
    bbox: maybe(
      fc
        .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
        .map((box) => box.map((at) => at.toFixed(4)).join(',')),
    ),
    cut: maybe(
      fc
        .array(
          fc.tuple(
            fc.integer({ min: 1, max: 20 }),
            fc.integer({ min: 1, max: 3000 }),
            fc.integer({ min: 1, max: 900 }),
          ),
          { maxLength: 3 },
        )
        .map((lines) => lines.map(([pieces, length, width]) => `${pieces} da ${length}x${width}`).join(';')),
    ),
    tolerance: maybe(fc.constantFrom(1, 5, 50)),
    by: maybe(fc.constantFrom('today', 'week')),
  })
  .map((ask) =>
    new URLSearchParams(
      Object.entries(ask).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ).toString(),
  )

const side = fc.option(fc.integer({ min: 1, max: 4000 }))
const lots: fc.Arbitrary<LotFacts> = fc
  .record({
    latitude_e6: degrees(90).map((at) => Math.round(at * 1e6)),
    longitude_e6: degrees(180).map((at) => Math.round(at * 1e6)),
    material_key: fc.constantFrom('', ...keys),
    piece_length_mm: side,
    piece_width_mm: side,
    piece_thickness_mm: side,
    unit: fc.constantFrom('piece' as const, 'g' as const),
    search_text: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' ')),
  })
  .map((facts) => ({ ...boards, ...facts }))

/** A lot that lies near where a question looks, and is made of what it asks: chance alone seldom finds one. */
const pairs = fc
  .tuple(
    questions,
    lots,
    fc.double({ min: -1.2, max: 1.2, noNaN: true }),
    fc.double({ min: -1.2, max: 1.2, noNaN: true }),
  )
  .map(([question, lot, north, east]) => {
    const { ask, text, lines, box } = readQuestion(question)
    const km = ask.radius ?? 20
    const near = {
      latitude_e6: Math.round(
        Math.max(-90, Math.min(90, (ask.lat ?? (box ? box.south_e6 / 1e6 : 42)) + (north * km) / 111)) * 1e6,
      ),
      longitude_e6: Math.round(
        Math.max(-180, Math.min(180, (ask.lon ?? (box ? box.west_e6 / 1e6 : 12)) + (east * km) / 82)) * 1e6,
      ),
    }
    const leaf = materials.find(({ key }) => key.startsWith(ask.material))?.key ?? lot.material_key
    const [line] = lines
    const size = line
      ? {
          piece_length_mm: line.length_mm + Math.round(north * 40),
          piece_width_mm: line.width_mm + 10,
          piece_thickness_mm: 40,
          unit: 'piece' as const,
        }
      : {}
    return [
      question,
      {
        ...lot,
        ...near,
        ...size,
        material_key: leaf,
        search_text: `${text.words.map((word) => (north > 0 ? word : stem(word) + (east > 0 ? 'e' : 'es'))).join(' ')} ${lot.search_text}`,
      },
    ] as const
  })

test('whatever the question and the lot, a lot that answers finds the question under one of its own anchors', () => {
  let answered = 0
  fc.assert(
    fc.property(fc.oneof(pairs, fc.tuple(questions, lots)), ([question, lot]) => {
      const asked = readQuestion(question)
      const anchors = anchorsOf(asked)
      expect(anchors.length).toBeLessThanOrEqual(16)
      if (!answers(lot, asked, asking)) return
      answered += 1
      expect(meet(asked, lot), question).toBe(true)
    }),
    { numRuns: 4000, seed: 2026 },
  )
  expect(answered).toBeGreaterThan(300)
})
