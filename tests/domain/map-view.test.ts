import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { cellAt, mostPins } from '#app/domain/discovery/map-cells.ts'
import { mapView } from '#app/domain/discovery/map-view.read.server.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { type Box, boxAround, type Point, readBox } from '#app/domain/places/point.ts'
import { mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import { db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const asking = (query: string, box?: Box) => ({
  ask: readSearch(new URLSearchParams(query)),
  from: undefined,
  now,
  box,
})
const everything = asking('')
const world = { west_e6: -180_000_000, south_e6: -90_000_000, east_e6: 180_000_000, north_e6: 90_000_000 }
const montesacro = { latitude_e6: 41_938_000, longitude_e6: 12_533_000 }

let places = 0

async function lotAt({ latitude_e6, longitude_e6 }: Point, facts: Parameters<typeof given.listing>[0] = {}) {
  const id = `spot-${places++}`
  await db
    .insertInto('places')
    .values({
      id,
      owner_id: 'ada',
      area: 'Qui',
      municipality: 'Roma',
      municipality_istat: '058091',
      latitude_e6,
      longitude_e6,
      blur_radius_m: 600,
      saved_at: now,
    })
    .execute()
  return given.listing({ place_id: id, ...facts })
}

async function lotsAtOneSpot(count: number, spot: Point) {
  for (let n = 0; n < count; n++) await lotAt(spot, { title: `Lotto ${n}` })
}

type Seen = Awaited<ReturnType<typeof mapView>>

const sumOf = ({ bunches, pins }: Seen) => ({
  lots: pins.length + bunches.reduce((sum, { lots }) => sum + lots, 0),
  grams:
    pins.reduce((sum, { weight_typ_g }) => sum + (weight_typ_g ?? 0), 0) +
    bunches.reduce((sum, { grams }) => sum + grams, 0),
})

/** Written apart from the query: which points are in a box, the date line or not. */
function holds({ west_e6, south_e6, east_e6, north_e6 }: Box, { latitude_e6, longitude_e6 }: Point) {
  const isAcross =
    west_e6 <= east_e6
      ? longitude_e6 >= west_e6 && longitude_e6 <= east_e6
      : longitude_e6 >= west_e6 || longitude_e6 <= east_e6
  return isAcross && latitude_e6 >= south_e6 && latitude_e6 <= north_e6
}

test('few lots in view are pins, each at its blurred point and no other', async () => {
  const lot = await lotAt(montesacro, { title: 'Tavole di abete', weight_typ_g: 100_000 })
  const seen = await mapView(db, everything, boxAround(montesacro, 2000), 14)
  expect(seen).toMatchObject({ total: { lots: 1, grams: 100_000 }, bunches: [], most: false })
  expect(seen.pins).toMatchObject([{ id: lot.id, ...montesacro, blur_radius_m: 600 }])
})

test('nothing of a door is in what the map shows, near or far', async () => {
  const cellar = await given.listing({ place_id: 'cellar' })
  const door = await db.selectFrom('place_doors').selectAll().where('place_id', '=', 'cellar').executeTakeFirstOrThrow()
  for (const zoom of [3, 12, 18]) {
    const seen = await mapView(db, everything, world, zoom)
    expect(seen.pins).toMatchObject([{ id: cellar.id, ...montesacro }])
    const told = JSON.stringify(seen)
    for (const secret of [door.latitude_e6, door.longitude_e6, door.street]) expect(told).not.toContain(String(secret))
  }
})

describe('many lots', () => {
  test('in one cell are a bunch at their mean; one alone in its cell stays a pin', async () => {
    await lotsAtOneSpot(25, montesacro)
    await lotsAtOneSpot(25, { ...montesacro, longitude_e6: montesacro.longitude_e6 + 200 })
    const alone = await lotAt({ latitude_e6: 41_850_000, longitude_e6: 12_600_000 })
    const seen = await mapView(db, everything, world, 14)
    expect(seen.bunches).toMatchObject([{ lots: 50, latitude_e6: 41_938_000, longitude_e6: 12_533_100 }])
    expect(seen.pins.map(({ id }) => id)).toEqual([alone.id])
    expect((await mapView(db, everything, world, 3)).bunches).toMatchObject([{ lots: 51 }])
  })

  test('are never more marks than sixty, nor more pins than forty, and still all of the lots', async () => {
    for (let n = 0; n < 150; n++)
      await lotAt({
        latitude_e6: 41_500_000 + (n % 15) * 60_000,
        longitude_e6: 12_000_000 + Math.floor(n / 15) * 90_000,
      })
    for (let zoom = 3; zoom <= 18; zoom++) {
      const seen = await mapView(db, everything, world, zoom)
      expect(seen.pins.length).toBeLessThanOrEqual(mostPins)
      expect(seen.pins.length + seen.bunches.length).toBeLessThanOrEqual(60)
      expect(sumOf(seen)).toEqual(seen.total)
    }
    expect((await mapView(db, everything, world, 18)).total).toEqual(await countLots(db, everything))
  })

  test('of a whole world, at every zoom and in any view, add up to what the list counts', async () => {
    const lots: Point[] = []
    const seeded = fc.sample(
      fc.record({
        latitude_e6: fc.integer({ min: -84_000_000, max: 84_000_000 }),
        longitude_e6: fc.integer({ min: -180_000_000, max: 180_000_000 }),
        grams: fc.option(fc.integer({ min: 1, max: 5_000_000 })),
      }),
      { numRuns: 120, seed: 4 },
    )
    for (const { grams, ...point } of seeded) {
      lots.push(point)
      const weight = grams ?? null
      await lotAt(point, {
        weight_low_g: weight,
        weight_typ_g: weight,
        weight_high_g: weight,
        weight_grade: weight ? 'C' : 'E',
      })
    }
    const corner = fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 }))
    await fc.assert(
      fc.asyncProperty(corner, corner, fc.integer({ min: 3, max: 18 }), async ([one, west], [other, east], zoom) => {
        const view = readBox([west, Math.min(one, other), east, Math.max(one, other)].join(',')) ?? world
        const seen = await mapView(db, everything, view, zoom)
        expect(sumOf(seen)).toEqual(seen.total)
        expect(seen.total).toEqual(await countLots(db, asking('', view)))
        expect(seen.total.lots).toBe(lots.filter((lot) => holds(view, lot)).length)
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})

test('a view over the date line shows both sides of it, and the same lots as the list', async () => {
  const [fiji, samoa] = [
    await lotAt({ latitude_e6: -17_700_000, longitude_e6: 178_000_000 }, { title: 'Figi' }),
    await lotAt({ latitude_e6: -13_800_000, longitude_e6: -172_000_000 }, { title: 'Samoa' }),
  ]
  await lotAt(montesacro, { title: 'Roma' })
  for (const text of ['170,-30,-160,0', '170,-30,200,0', '-190,-30,-160,0']) {
    const view = readBox(text)
    if (!view) throw new Error(`${text} is not a box`)
    const seen = await mapView(db, everything, view, 5)
    expect(seen.pins.map(({ id }) => id).sort()).toEqual([fiji.id, samoa.id].sort())
    const listed = await searchLots(db, asking('', view))
    expect(listed.lots.map(({ title }) => title).sort()).toEqual(['Figi', 'Samoa'])
  }
})

test('a map that shows more than the area searched shows only what the list has', async () => {
  await lotAt(montesacro, { title: 'Dentro' })
  await lotAt({ latitude_e6: 41_850_000, longitude_e6: 12_600_000 }, { title: 'Fuori' })
  const question = asking('', boxAround(montesacro, 1000))
  const seen = await mapView(db, question, world, 10)
  expect(seen.pins.map(({ title }) => title)).toEqual(['Dentro'])
  expect(seen.total).toEqual(await countLots(db, question))
})

test('the filters of a search hold on the map too', async () => {
  await lotAt(montesacro, { title: 'Tubo', material_key: 'metal.steel.tube', search_text: 'tubo ferro' })
  await lotAt(montesacro, { title: 'Tavola', material_key: 'wood.solid.boards', search_text: 'tavola legno' })
  for (const query of ['material=metal', 'q=tubi'])
    expect((await mapView(db, asking(query), world, 12)).pins.map(({ title }) => title)).toEqual(['Tubo'])
})

test.each([
  [{ latitude_e6: 90_000_000, longitude_e6: 180_000_000 }, 15],
  [{ latitude_e6: -90_000_000, longitude_e6: -180_000_000 }, 240],
  [{ latitude_e6: 0, longitude_e6: 0 }, 136],
])('the ends of the earth fall in a cell of its map: %o in cell %i of 256', (point, cell) => {
  const spot = { mx: mercatorX(point.longitude_e6), my: mercatorY(point.latitude_e6) }
  expect(cellAt(spot, 4)).toBe(cell)
  expect(cellAt(spot, 0)).toBe(0)
  expect(Number.isSafeInteger(cellAt(spot, 20))).toBe(true)
})
