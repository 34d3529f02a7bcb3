import { beforeAll, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { listingSearchText } from '#app/domain/listings/listing-search-text.ts'
import { materials } from '#app/domain/listings/materials.ts'
import type { Trx } from '#db/database.ts'
import { rebuildLotIndex } from '#db/dialects/dialect.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { skewedChance } from '#scripts/bench/corpus-chance.ts'
import { indexAsItStands, wordsNobodyFinds } from '../support/lot-index.ts'
import { fillNeighbourhoods } from '../support/searched-lots.ts'
import { db, freshWorld, now } from '../support/world.ts'

// The same for every change, so that a failure is that change's; others by SEARCH_SEED.
const seed = Number(process.env['SEARCH_SEED'] ?? 419_309)
const howMany = Number(process.env['SEARCH_EDITS'] ?? 10_000)
const editsATransaction = 250

beforeAll(async () => {
  await freshWorld()
  await fillNeighbourhoods(db, { lots: 600, seed, now })
}, 300_000)

test(`after ten thousand random edits the index equals a rebuild (SEARCH_SEED=${seed})`, async () => {
  const chance = skewedChance(seed)
  const lots = await db.selectFrom('listings').selectAll().orderBy('id').execute()
  const done = new Map<string, number>()
  for (let left = howMany; left > 0; left -= editsATransaction)
    await db.transaction().execute(async (trx) => {
      for (let at = 0; at < Math.min(left, editsATransaction); at++) {
        const lot = chance.pick(lots)
        const name = chance.pick(Object.keys(edits) as (keyof typeof edits)[])
        const facts: Facts | undefined = edits[name](lot, chance)
        if (!facts) continue
        Object.assign(lot, facts)
        await trx.updateTable('listings').set(facts).where('id', '=', lot.id).execute()
        if (chance.happens(0.05)) await moveSite(trx, lot)
        done.set(name, (done.get(name) ?? 0) + 1)
      }
    })
  expect([...done.keys()].toSorted()).toEqual(Object.keys(edits).toSorted())
  const kept = await indexAsItStands(db, now)
  expect(kept.lots.length).toBeGreaterThan(50)
  expect(await wordsNobodyFinds(db)).toEqual([])
  await rebuildLotIndex(db)
  expect(kept).toEqual(await indexAsItStands(db, now))
}, 900_000)

type Chance = ReturnType<typeof skewedChance>
type Facts = Partial<ListingRow>

/** What the commands write, and undefined where they would refuse. */
const edits = {
  publish: ({ state }, chance) =>
    state === 'live'
      ? undefined
      : { ...open, state: 'live', published_at: later(now, { minutes: -chance.whole(1, 90) }) },
  pause: ({ state }) => (state === 'live' ? { state: 'paused' } : undefined),
  resume: ({ state }) => (state === 'paused' ? { state: 'live' } : undefined),
  close: ({ state }) => (state === 'live' ? { state: 'closed', closed_reason: 'done', closed_at: now } : undefined),
  renew: ({ state }, chance) =>
    state === 'closed'
      ? { ...open, state: 'live', published_at: now, must_go_by: later(now, { days: chance.whole(1, 30) }) }
      : undefined,
  hold: (lot, chance) => (freeOf(lot) > 0 ? { held: lot.held + chance.whole(1, freeOf(lot)) } : undefined),
  release: ({ held }, chance) => (held > 0 ? { held: held - chance.whole(1, held) } : undefined),
  collect: ({ held, collected }) => (held > 0 ? { held: 0, collected: collected + held } : undefined),
  title: (lot, chance) => {
    const said = {
      title: chance.pick(['Assi', 'Porta verde', 'Lamiera zincata', 'Vetri']),
      description: chance.pick(['', 'Da vedere.']),
    }
    return { ...said, ...listingSearchText({ ...said, material_key: lot.material_key }) }
  },
  material: (lot, chance) => {
    const material_key = chance.pick(materials).key
    return { material_key, ...listingSearchText({ ...lot, material_key }) }
  },
  size: (_, chance) => ({
    piece_length_mm: chance.pick([null, 1200, 2000, 2440]),
    piece_width_mm: chance.pick([null, 200, 1220]),
    piece_thickness_mm: chance.pick([null, 18, 27]),
  }),
  worth: (_, chance) => {
    const grams = chance.whole(100, 90_000)
    return {
      condition: chance.pick([null, 'new', 'worn'] as const),
      weight_grade: chance.pick(['A', 'C'] as const),
      weight_low_g: grams,
      weight_typ_g: grams,
      weight_high_g: grams,
    }
  },
  place: (lot, chance) => ({
    place_id: `site-${chance.whole(0, 200)}`,
    reserved_until: lot.reserved_until ? null : later(now, { days: 2 }),
  }),
  deadline: (_, chance) => ({
    available_from: null,
    must_go_by: chance.pick([null, later(now, { hours: chance.whole(-3, 200) })]),
  }),
} satisfies Record<string, (lot: ListingRow, chance: Chance) => Facts | undefined>

const open = { closed_reason: null, closed_at: null, available_from: null, must_go_by: null }

function freeOf({ total, held, collected, written_off }: ListingRow) {
  return total - held - collected - written_off
}

async function moveSite(trx: Trx, { place_id, held }: ListingRow) {
  const latitude_e6 = 41_000_000 + (held % 900) * 1000
  await trx
    .updateTable('places')
    .set({ latitude_e6 })
    .where('id', '=', place_id ?? '')
    .execute()
}
