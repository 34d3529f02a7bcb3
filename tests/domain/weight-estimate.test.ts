import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { materials } from '#app/domain/listings/materials.ts'
import { estimateWeight, type WeightAsk, weightItems } from '#app/domain/listings/weight-estimate.ts'
import { gradeBand, weightOf } from '#app/domain/listings/weight-grade.ts'
import { displacementRates, factorTable, weightTable } from '#db/reference/read-reference.server.ts'

const table = weightTable()
const estimate = (ask: WeightAsk) => estimateWeight(ask, table)

describe('the reference tables', () => {
  test('what nobody has verified is not in them', () => {
    for (const key of ['sofa_3seat', 'glass_per_mm', 'fabric', 'board_osb']) expect(table.rows.has(key)).toBe(false)
    expect(factorTable().rows).toHaveLength(244)
    expect(displacementRates().map(({ rate }) => rate)).toEqual([0.27, 0.5, 0.646, 0.822])
  })

  test('every row has a positive typical value inside its own range', () => {
    expect(table.rows.size).toBe(117)
    for (const { item_key, unit, low_g, typ_g, high_g } of table.rows.values()) {
      expect(['piece', 'm2', 'm3'], item_key).toContain(unit)
      expect(typ_g, item_key).toBeGreaterThan(0)
      expect(low_g ?? typ_g, item_key).toBeLessThanOrEqual(typ_g)
      expect(high_g ?? typ_g, item_key).toBeGreaterThanOrEqual(typ_g)
    }
  })

  test('each says its version, so that a figure can be traced to it', () => {
    expect(table.version).toBe('weights-2026.1')
    expect(factorTable().version).toBe('factors-2026.1')
  })
})

describe('by count', () => {
  test('ten EPAL pallets are a document: 250 kg, ten per cent either way', () => {
    expect(estimate({ material_key: 'wood.pallet', unit: 'piece', total: 10, item_key: 'pallet_epal1' })).toEqual({
      low: 225_000,
      typ: 250_000,
      high: 275_000,
      grade: 'B',
      method: 'count-unit-weight',
      reference: 'pallet_epal1',
      reference_version: 'weights-2026.1',
    })
  })

  test('pallets of no known kind are not weighed for the donor', () => {
    expect(estimate({ material_key: 'wood.pallet', unit: 'piece', total: 10 })).toBeUndefined()
  })

  test('four hollow doors are an estimate with the table range', () => {
    expect(
      estimate({ material_key: 'joinery.door.interior', unit: 'piece', total: 4, item_key: 'door_interior_hollow' }),
    ).toMatchObject({
      low: 36_000,
      typ: 46_000,
      high: 56_000,
      grade: 'C',
    })
  })

  test('a table without a range gets thirty per cent', () => {
    expect(estimate({ material_key: 'furniture.office-chair', unit: 'piece', total: 14 })).toMatchObject({
      low: 116_620,
      typ: 166_600,
      high: 216_580,
      grade: 'C',
      reference: 'chair_office',
    })
  })

  test('bricks taken for the usual format are an estimate, bricks named by the donor are a document', () => {
    const bricks = { material_key: 'masonry.brick', unit: 'piece', total: 100 } as const
    expect(estimate(bricks)).toMatchObject({ typ: 260_000, grade: 'C' })
    expect(estimate({ ...bricks, item_key: 'brick_solid_5x12x25' })).toMatchObject({ typ: 260_000, grade: 'B' })
  })

  test('an item of another material is ignored', () => {
    expect(
      estimate({ material_key: 'furniture.table', unit: 'piece', total: 1, item_key: 'pallet_epal1' }),
    ).toBeUndefined()
  })
})

describe('by size', () => {
  const board = { piece_length_mm: 2_000, piece_width_mm: 200, piece_thickness_mm: 27 }

  test('eight oak boards: volume times the density of oak, low to high as the table says', () => {
    expect(
      estimate({ material_key: 'wood.solid.boards', unit: 'piece', total: 8, ...board, item_key: 'board_oak' }),
    ).toMatchObject({
      low: 51_840,
      typ: 63_936,
      high: 77_760,
      grade: 'C',
      method: 'size-density',
      reference: 'board_oak',
    })
  })

  test('boards of no known wood keep the whole width of what wood can weigh', () => {
    expect(estimate({ material_key: 'wood.solid.boards', unit: 'piece', total: 8, ...board })).toMatchObject({
      low: 30_240,
      typ: 48_384,
      high: 77_760,
    })
  })

  test('the same boards by the running metre weigh the same', () => {
    const byPiece = estimate({ material_key: 'wood.solid.boards', unit: 'piece', total: 8, ...board })
    expect(estimate({ material_key: 'wood.solid.boards', unit: 'mm', total: 16_000, ...board })).toEqual(byPiece)
  })

  test('a tenth of a square metre of 3 mm steel is 2,355 kg, give or take thirty per cent', () => {
    expect(
      estimate({ material_key: 'metal.steel.sheet', unit: 'cm2', total: 1_000, piece_thickness_mm: 3 }),
    ).toMatchObject({ low: 1_649, typ: 2_355, high: 3_062 })
  })

  test('tiles by the square metre use the row of their thickness, or their own thickness', () => {
    expect(
      estimate({ material_key: 'masonry.tile', unit: 'cm2', total: 120_000, item_key: 'tile_ceramic_10mm' }),
    ).toMatchObject({ typ: 278_400, method: 'count-unit-weight' })
    expect(
      estimate({ material_key: 'masonry.tile', unit: 'cm2', total: 120_000, piece_thickness_mm: 10 }),
    ).toMatchObject({ typ: 278_400, method: 'size-density' })
    expect(estimate({ material_key: 'masonry.tile', unit: 'cm2', total: 120_000 })).toBeUndefined()
  })

  test('a density that is known closely still makes an estimate no surer than a document', () => {
    const sheet = {
      material_key: 'plastic.sheet',
      unit: 'cm2',
      total: 10_000,
      piece_thickness_mm: 10,
      item_key: 'solid_acrylic',
    } as const
    expect(estimate(sheet)).toMatchObject({ low: 10_665, typ: 11_850, high: 13_035, grade: 'C' })
  })

  test('a cubic metre of offcuts is a heap, not a block', () => {
    expect(estimate({ material_key: 'wood.solid.offcuts', unit: 'dm3', total: 1_000 })).toMatchObject({
      typ: 100_300,
      reference: 'vol_wood',
    })
  })

  test('a tube is hollow, and without its size a board has no weight', () => {
    expect(estimate({ material_key: 'metal.steel.tube', unit: 'piece', total: 3, ...board })).toBeUndefined()
    expect(
      estimate({ material_key: 'wood.solid.boards', unit: 'piece', total: 8, item_key: 'board_oak' }),
    ).toBeUndefined()
    expect(estimate({ material_key: 'wood.solid.boards', unit: 'cm2', total: 8 })).toBeUndefined()
  })
})

test('a quantity given in kilograms is the weight, as the donor declares it', () => {
  expect(estimate({ material_key: 'metal.hardware', unit: 'g', total: 5_000 })).toMatchObject({
    low: 2_500,
    typ: 5_000,
    high: 10_000,
    grade: 'D',
    method: 'weighed-unit',
  })
})

test('no material, or a unit it is not measured in, is no estimate', () => {
  expect(estimate({ material_key: 'nothing', unit: 'g', total: 1 })).toBeUndefined()
  expect(estimate({ material_key: 'furniture.table', unit: 'dm3', total: 1 })).toBeUndefined()
})

test('whatever is asked, an estimate is whole grams in order', () => {
  const side = fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null })
  fc.assert(
    fc.property(
      fc.constantFrom(...materials),
      fc.nat(),
      fc.nat(),
      side,
      side,
      side,
      fc.integer({ min: 1, max: 1e6 }),
      (leaf, u, i, length, width, thickness, total) => {
        const result = estimate({
          material_key: leaf.key,
          unit: leaf.units[u % leaf.units.length] ?? 'piece',
          item_key: leaf.items?.[i % leaf.items.length] ?? null,
          total,
          piece_length_mm: length,
          piece_width_mm: width,
          piece_thickness_mm: thickness,
        })
        if (!result) return
        const { low, typ, high } = result
        expect([low, typ, high].every(Number.isInteger)).toBe(true)
        expect(0 < low && low <= typ && typ <= high).toBe(true)
      },
    ),
  )
})

test('a donor may choose among the rows of the material, in words', () => {
  expect(weightItems('wood.pallet', table).map(({ label }) => label.it)).toEqual([
    'Pallet EPAL / EUR 800x1200',
    'Pallet USA in legno',
  ])
  expect(weightItems('textile.fabric', table)).toEqual([])
})

describe('grades', () => {
  test.each([
    ['A', 98_000, 102_000],
    ['B', 90_000, 110_000],
    ['C', 70_000, 130_000],
    ['D', 50_000, 200_000],
  ] as const)('100 kg of grade %s are between %i and %i g', (grade, low, high) => {
    expect(gradeBand(grade, 100_000)).toEqual({ low, typ: 100_000, high })
  })

  test('one gram still has a band above nothing', () => {
    expect(gradeBand('D', 1)).toEqual({ low: 1, typ: 1, high: 2 })
  })
})

describe('a part of a lot', () => {
  test('three parts of 100 kg in thirds lose no gram', () => {
    const lot = { low: 90_000, typ: 100_000, high: 110_000, total: 3 }
    const parts = [weightOf(1, lot), weightOf(1, lot, 1), weightOf(1, lot, 2)]
    expect(parts.map(({ typ }) => typ)).toEqual([33_333, 33_333, 33_334])
  })

  test('however a lot is taken apart, the grams add up, also beyond what a float holds', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), cuts, (typ, sizes) => {
        const total = sizes.reduce((sum, size) => sum + size, 0)
        const lot = { ...gradeBand('C', typ), total }
        let before = 0
        let grams = 0
        for (const size of sizes) {
          const part = weightOf(size, lot, before)
          expect(part.low <= part.typ && part.typ <= part.high).toBe(true)
          before += size
          grams += part.typ
        }
        expect(grams).toBe(typ)
      }),
    )
  })
})
