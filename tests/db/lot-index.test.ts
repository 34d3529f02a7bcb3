import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { lotRows, readCard } from '#app/domain/discovery/lot-rows.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { rebuildLotIndex } from '#db/dialects/dialect.server.ts'
import { indexAsItStands, wordsNobodyFinds } from '../support/lot-index.ts'
import { db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const counted = () => db.selectFrom('lot_counts').selectAll().where('facet', '=', 'all').executeTakeFirst()
const rowOf = (id: string) => db.selectFrom('lot_index').selectAll().where('listing_id', '=', id).executeTakeFirst()
const set = (id: string, facts: Record<string, unknown>) =>
  db.updateTable('listings').set(facts).where('id', '=', id).execute()

describe('a lot can be found', () => {
  test('while it is a live offer, and not a moment longer', async () => {
    const lot = await given.listing({ state: 'draft' })
    expect(await rowOf(lot.id)).toBeUndefined()
    await set(lot.id, { state: 'live', published_at: now })
    expect(await rowOf(lot.id)).toMatchObject({ available: 40, family: 'wood', at_hub: 0, grams: 108_000 })
    await set(lot.id, { state: 'paused' })
    expect(await rowOf(lot.id)).toBeUndefined()
    expect(await counted()).toBeUndefined()
  })

  test('a wanted post never is', async () => {
    const { id } = await given.wanted()
    expect(await rowOf(id)).toBeUndefined()
  })

  test('with what is free of it at this moment', async () => {
    const lot = await given.listing()
    await set(lot.id, { held: 8, collected: 2 })
    expect(await rowOf(lot.id)).toMatchObject({ available: 30 })
  })

  test('at the same number after an edit, at a later one when published anew', async () => {
    const lot = await given.listing()
    const first = await rowOf(lot.id)
    await set(lot.id, { title: 'Assi', search_text: 'assi di abete' })
    expect(await rowOf(lot.id)).toMatchObject({ n: first?.n, search_text: 'assi di abete' })
    await set(lot.id, { published_at: now })
    expect((await rowOf(lot.id))?.n).toBeGreaterThan(Number(first?.n))
  })

  test('at its new place when the site moves, and as hub stock when a hub opens there', async () => {
    const lot = await given.listing()
    await db
      .updateTable('places')
      .set({ latitude_e6: 45_464_000, longitude_e6: 9_190_000 })
      .where('id', '=', 'cellar')
      .execute()
    expect(await rowOf(lot.id)).toMatchObject({ latitude_e6: 45_464_000, longitude_e6: 9_190_000, at_hub: 0 })
    await db.updateTable('hubs').set({ place_id: 'cellar' }).where('id', '=', 'oz').execute()
    expect(await rowOf(lot.id)).toMatchObject({ at_hub: 1 })
  })

  test('with a card that follows whatever it shows', async () => {
    const lot = await given.listing()
    const card = async () => {
      const { card } = await db
        .selectFrom('lot_cards')
        .innerJoin('lot_index', 'lot_index.n', 'lot_cards.n')
        .select('card')
        .where('listing_id', '=', lot.id)
        .executeTakeFirstOrThrow()
      return readCard({ card })
    }
    expect(await card()).toEqual(await lotRows(db).where('listings.id', '=', lot.id).executeTakeFirst())
    await set(lot.id, { title: 'Assi di larice', held: 3 })
    const photo = {
      id: newId(),
      listing_id: lot.id,
      position: 0,
      hash: 'a1',
      alt: 'Tre assi',
      thumbhash: '',
      width: 4,
      height: 3,
      added_by: lot.donor_id,
      added_at: now,
    }
    await db.insertInto('photos').values(photo).execute()
    await db.updateTable('members').set({ name: 'Marta Dini' }).where('id', '=', lot.donor_id).execute()
    await db
      .updateTable('places')
      .set({ area: 'Portonaccio' })
      .where('id', '=', lot.place_id ?? '')
      .execute()
    expect(await card()).toMatchObject({
      title: 'Assi di larice',
      held: 3,
      photo_hash: 'a1',
      donor_name: 'Marta Dini',
      area: 'Portonaccio',
    })
    await db.deleteFrom('photos').where('id', '=', photo.id).execute()
    expect(await card()).toEqual(await lotRows(db).where('listings.id', '=', lot.id).executeTakeFirst())
  })

  test('by many published in the same millisecond, each with a number of its own, however often one comes and goes', async () => {
    const lots = []
    for (let at = 0; at < 20; at++) lots.push(await given.listing({ published_at: now }))
    for (let at = 0; at < 1030; at++) {
      await set(lots[0]?.id ?? '', { state: 'paused' })
      await set(lots[0]?.id ?? '', { state: 'live' })
    }
    const { numbers } = await db
      .selectFrom('lot_index')
      .select(({ fn }) => fn.count<number>('n').distinct().as('numbers'))
      .executeTakeFirstOrThrow()
    expect(numbers).toBe(20)
  })
})

describe('the index', () => {
  const materials = ['wood.solid.boards', 'metal.steel.sheet', 'other', null]
  // The end of some is their material's; one says that it ends within a word, which nobody's material does.
  const texts = [
    { search_text: 'tavole di abete', search_tail: 0 },
    { search_text: 'tavole di abete', search_tail: 5 },
    { search_text: 'abete e noce abete', search_tail: 5 },
    { search_text: 'lamiera zincata tavole', search_tail: 14 },
    { search_text: 'scampoli', search_tail: 8 },
    { search_text: 'quercia e noce', search_tail: 3 },
  ]

  test('equals a rebuild after three hundred edits, words that nobody uses any more aside', async () => {
    const random = mulberry(20261129)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const ids: string[] = []
    const places = (await db.selectFrom('places').select('id').execute()).map(({ id }) => id)
    const facts = () => ({
      material_key: pick(materials),
      ...pick(texts),
      place_id: pick(places),
      condition: pick(['new', 'good', null] as const),
      piece_length_mm: pick([1200, 2000, null]),
      piece_thickness_mm: pick([18, null]),
      must_go_by: pick([null, later(now, { days: 3 })]),
      published_at: later(now, { days: -Math.floor(random() * 30) - 5, minutes: ids.length }),
    })
    for (let edit = 0; edit < 300; edit++) {
      const dice = random()
      const id = ids.length > 0 ? pick(ids) : undefined
      if (!id || dice < 0.3) ids.push((await given.listing({ id: newId(), ...facts() })).id)
      else if (dice < 0.55) await set(id, facts())
      else if (dice < 0.7) await set(id, { state: pick(['live', 'paused']) })
      else if (dice < 0.8) await set(id, { held: Math.floor(random() * 40) })
      else if (dice < 0.9)
        await db
          .updateTable('places')
          .set({ latitude_e6: Math.floor(random() * 60_000_000) })
          .where('id', '=', pick(places))
          .execute()
      else await set(id, { title: 'Altro', ...pick(texts) })
    }
    const kept = await indexAsItStands(db, now)
    expect(kept.lots.length).toBeGreaterThan(30)
    expect(await wordsNobodyFinds(db)).toEqual([])
    await rebuildLotIndex(db)
    expect(kept).toEqual(await indexAsItStands(db, now))
  })

  test('a counter that is off by one is seen by that comparison', async () => {
    await given.listing()
    await sql`update lot_tiles set lots = lots + 1 where level = 7`.execute(db)
    const kept = await indexAsItStands(db, now)
    await rebuildLotIndex(db)
    expect(kept).not.toEqual(await indexAsItStands(db, now))
  })
})

function mulberry(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

// Plans are the database's own: SQLite reads every cell of a level where `from` names them instead of `in`.
test.runIf(process.env['DATABASE_KIND'] === 'sqlite')(
  'a lot that goes is taken from its own counters, without reading the others',
  async () => {
    const { rows } = await sql<{ sql: string }>`select sql from sqlite_master where name = 'lot_index_removed'`.execute(
      db,
    )
    const statements =
      rows[0]?.sql
        .replace(/\bold\.\w+/g, '1')
        .split(/\bbegin\b|;/)
        .slice(1) ?? []
    const onTiles = statements.filter((statement) => /^\s*(update|delete from) lot_tiles/.test(statement))
    expect(onTiles).toHaveLength(2)
    for (const statement of onTiles) {
      const plan = await sql<{ detail: string }>`explain query plan ${sql.raw(statement)}`.execute(db)
      const reads = plan.rows.map(({ detail }) => detail).filter((detail) => /(SCAN|SEARCH) lot_tiles/.test(detail))
      expect(reads).toEqual([expect.stringContaining('(level=? AND family=? AND y=? AND x=?)')])
    }
  },
)

test.runIf(process.env['DATABASE_KIND'] === 'postgres')(
  'what a lot says and the counters it is counted in compare letters in one way, or no index is read',
  async () => {
    const { rows } = await sql<{ column: string; collation: string | null }>`
      select table_name || '.' || column_name as column, collation_name as collation from information_schema.columns
      where (table_name, column_name) in (('lot_index', 'family'), ('lot_tiles', 'family'),
        ('lot_index', 'material_key'), ('lot_materials', 'material_key'), ('lot_counts', 'value'))`.execute(db)
    expect(rows).toHaveLength(5)
    expect(rows.filter(({ collation }) => collation !== 'C')).toEqual([])
  },
)
