import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  askedColumns,
  cardFacts,
  factColumns,
  lotFacts as factsWhere,
  type LotSource,
  levelSpans,
  materialOf,
  numbering,
  type SearchBox,
  type SizeStep,
  type WordGroup,
} from './lot-index.ts'
import { indexTables } from './lot-tables.ts'

export const lotNumber = 'bigint'

/** Each question is a way there and back, which costs more than any order. */
export const sortsSlowly = false

/** The indexes by word, place, day and size, and the triggers that keep all of it. */
export async function createLotIndex(db: Kysely<unknown>) {
  await run(db, [
    `alter table lot_index alter column material_key type text collate "C", alter column family type text collate "C", alter column must_go_by type text collate "C"`,
    `alter table lot_materials alter column material_key type text collate "C"`,
    `alter table lot_words alter column word type text collate "C"`,
    `alter table lot_counts alter column value type text collate "C"`,
    // As in lot_index: a counter is looked up by what a lot says, and no index is read across two collations.
    `alter table lot_tiles alter column family type text collate "C"`,
    `create sequence if not exists lot_index_n`,
    `create index if not exists lot_index_by_words on lot_index using gin (string_to_array(search_text, ' '))`,
    `create index if not exists lot_index_by_point on lot_index using gist (point(longitude_e6, latitude_e6))`,
    `create index if not exists lot_index_by_day on lot_index (must_go_by, n desc)`,
    `create index if not exists lot_index_by_material on lot_index (material_key, n)`,
    `create index if not exists lot_index_by_size on lot_index (piece_length_mm, piece_width_mm, piece_thickness_mm, n) where unit = 'piece' and piece_length_mm is not null and piece_width_mm is not null`,
    ...functions(),
  ])
  await attachLotIndex(db)
}

/** Lots come and go without the index hearing of it; `rebuildLotIndex` brings it up to date. */
export function detachLotIndex(db: Kysely<unknown>) {
  return run(
    db,
    triggers.map(([name, table]) => `drop trigger if exists ${name} on ${table}`),
  )
}

export function attachLotIndex(db: Kysely<unknown>) {
  return run(
    db,
    triggers.map(
      ([name, table, when, does]) =>
        `create or replace trigger ${name} ${when} on ${table} for each row execute function ${does}()`,
    ),
  )
}

/** Empties the index and fills it again in the order of publication. */
export async function rebuildLotIndex(db: Kysely<unknown>) {
  await detachLotIndex(db)
  await run(db, [
    `truncate ${indexTables.join(', ')}`,
    // Right after a bulk load PostgreSQL takes every table for empty, and plans for that.
    'analyze listings, places, hubs',
    numbering(`select distinct ${materialOf('listings')} from listings where ${isOpen('listings')} order by 1, 2`),
    `insert into lot_index (n, ${columns()})
      select numbered.ms * 1024 + numbered.k, ${columns('facts')}
      from (select id, ${milliseconds('published_at')} as ms, row_number() over (partition by ${milliseconds('published_at')} order by id) - 1 as k
        from listings where kind = 'offer' and state = 'live' and published_at is not null) as numbered
      join (${lotFacts('true')}) as facts on facts.listing_id = numbered.id order by 1`,
    `insert into lot_cards (n, card) ${cards('true')} order by 1`,
    `insert into lot_tiles (level, family, y, x, lots, grams, sum_mx, sum_my)
      select level, parts.family, my / span, mx / span, count(*), sum(grams), sum(mx), sum(my)
      from lot_index cross join (${levelSpans}) as levels cross join lateral (select '' as family union select lot_index.family) as parts
      group by level, parts.family, my / span, mx / span`,
    `insert into lot_counts (facet, value, lots, grams)
      select facet, value, count(*), sum(lot_index.grams) from lot_index cross join lateral (${facets('lot_index')}) as f group by facet, value`,
    `insert into lot_sizes (length_mm, width_mm, thickness_mm, lots) select ${sizes('lot_index')}, count(*) from lot_index where ${isSized('lot_index')} group by 1, 2, 3`,
    `insert into lot_words (word) select distinct unnest(string_to_array(search_text, ' ')) from lot_index`,
    'analyze lot_index, lot_cards, lot_tiles, lot_sizes, lot_words',
  ])
  await attachLotIndex(db)
}

/** Lots that say one word of each group. Cells are SQLite's way: here the index of points does that work. */
export function lotsSaying(groups: readonly WordGroup[], _cells: readonly string[] = []): LotSource {
  return { from: sql`lot_index`, where: [isSaying(groups)], n: sql<number>`lot_index.n` }
}

/** The same as a condition: where to begin is the planner's choice. */
export function isSaying(groups: readonly WordGroup[], _cells: readonly string[] = []) {
  const each = groups.map(({ words }) => sql`string_to_array(lot_index.search_text, ' ') && ${words}::text[]`)
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`
}

/** Nobody needs to count them to choose a plan here: the planner has its statistics. */
export function countSaying(_groups: readonly WordGroup[], _cells: readonly string[]) {
  return undefined
}

/** Lots inside a box that does not cross the date line. */
export function insideBox({ south_e6, west_e6, north_e6, east_e6 }: SearchBox) {
  return sql<SqlBool>`(point(lot_index.longitude_e6, lot_index.latitude_e6) <@ box(point(${west_e6}::float8, ${south_e6}::float8), point(${east_e6}::float8, ${north_e6}::float8)))`
}

/** Lots of several sizes with their step, as `steps`: what stands behind `from`. */
export function ofSizes(steps: readonly SizeStep[]) {
  return sql`json_to_recordset(${JSON.stringify(steps)}::json) as steps (rank int, length_mm int, width_mm int, thickness_mm int, least int, below int)
    join lot_index on lot_index.unit = 'piece' and lot_index.piece_length_mm = steps.length_mm
    and lot_index.piece_width_mm = steps.width_mm
    and coalesce(lot_index.piece_thickness_mm, 0) = coalesce(steps.thickness_mm, 0)`
}

/** A column of many rows as the text of one list: quicker than row by row. */
export function listOf(column: RawBuilder<unknown>) {
  return sql<string>`coalesce(json_agg(${column}), '[]')::text`
}

export function isNumbered(numbers: readonly number[]) {
  return sql<SqlBool>`n = any(${numbers}::bigint[])`
}

const triggers = [
  ['lot_index_added', 'lot_index', 'after insert', 'lot_index_add'],
  ['lot_index_removed', 'lot_index', 'after delete', 'lot_index_remove'],
  ['lot_index_changed', 'lot_index', 'after update', 'lot_index_change'],
  ['listings_lot_kept', 'listings', 'after insert or update or delete', 'listings_keep_lot'],
  ['places_lot_moved', 'places', 'after update of latitude_e6, longitude_e6', 'places_move_lots'],
  [
    'places_card_changed',
    'places',
    'after update of area, latitude_e6, longitude_e6, blur_radius_m',
    'places_redraw_lots',
  ],
  ['members_card_changed', 'members', 'after update of name', 'members_redraw_lots'],
  ['organisations_card_changed', 'organisations', 'after update of name, kind', 'organisations_redraw_lots'],
  ['photos_card_changed', 'photos', 'after insert or update or delete', 'photos_redraw_lot'],
  ['hubs_lot_moved', 'hubs', 'after insert or update of place_id', 'hubs_mark_lots'],
] as const

const cards = (where: string) => cardFacts(where, 'json_build_array')
const redrawn = (lots: string) =>
  `insert into lot_cards (n, card) ${cards(`lot_index.listing_id in (${lots})`)} order by 1 on conflict (n) do update set card = excluded.card`
const lotFacts = (where: string) => factsWhere(where, `split_part(material_key, '.', 1)`)
const columns = (of = '') => factColumns.map((name) => (of ? `${of}.${name}` : name)).join(', ')
const derived = factColumns.filter((name) => name !== 'available' && name !== 'listing_id')
const isOpen = (row: string) => `${row}.kind = 'offer' and ${row}.state = 'live'`
const isOther = (names: readonly string[]) =>
  names.map((name) => `old.${name} is distinct from new.${name}`).join(' or ')
const milliseconds = (column: string) => `(extract(epoch from ${column}::timestamptz) * 1000)::bigint`

const facets = (row: string) => `select * from (values ('all', ''), ('material', ${row}.material_key),
  ('condition', coalesce(${row}.condition, '')), ('grade', ${row}.weight_grade), ('at_hub', ${row}.at_hub::text), ('hour', left(${row}.must_go_by, 13))) as each (facet, value)`

const sizes = (row: string) => `${row}.piece_length_mm, ${row}.piece_width_mm, coalesce(${row}.piece_thickness_mm, 0)`
const isSized = (row: string) =>
  `${row}.unit = 'piece' and ${row}.piece_length_mm is not null and ${row}.piece_width_mm is not null`
const tilesOf = (row: string) =>
  `select level, parts.family, ${row}.my / span as y, ${row}.mx / span as x from (${levelSpans}) as levels cross join (select '' as family union select ${row}.family) as parts`

// Rows in one order always, so that two lots published at once never wait for each other; those that every lot counts in
// come last, and are held only while the transaction ends.
const add = (row: string) => `
  insert into lot_words (word) select distinct unnest(string_to_array(${row}.search_text, ' ')) order by 1 on conflict do nothing;
  insert into lot_sizes (length_mm, width_mm, thickness_mm, lots) select ${sizes(row)}, 1 where ${isSized(row)}
    on conflict (length_mm, width_mm, thickness_mm) do update set lots = lot_sizes.lots + 1;
  insert into lot_tiles (level, family, y, x, lots, grams, sum_mx, sum_my)
    select level, family, y, x, 1, ${row}.grams, ${row}.mx, ${row}.my from (${tilesOf(row)}) as t order by 1 desc, 2 desc, 3, 4
    on conflict (level, family, y, x) do update set lots = lot_tiles.lots + 1, grams = lot_tiles.grams + excluded.grams, sum_mx = lot_tiles.sum_mx + excluded.sum_mx, sum_my = lot_tiles.sum_my + excluded.sum_my;
  insert into lot_counts (facet, value, lots, grams) select facet, value, 1, ${row}.grams from (${facets(row)}) as f order by 1 desc, 2
    on conflict (facet, value) do update set lots = lot_counts.lots + 1, grams = lot_counts.grams + excluded.grams;`

// One by one: joined, they would come in no order.
const remove = (row: string) => `
  update lot_sizes set lots = lots - 1 where ${isSized(row)} and (length_mm, width_mm, thickness_mm) = (${sizes(row)});
  delete from lot_sizes where lots = 0 and ${isSized(row)} and (length_mm, width_mm, thickness_mm) = (${sizes(row)});
  declare tile record; facts record; begin
    for tile in select * from (${tilesOf(row)}) as t order by level desc, family desc, y, x loop
      update lot_tiles set lots = lots - 1, grams = grams - ${row}.grams, sum_mx = sum_mx - ${row}.mx, sum_my = sum_my - ${row}.my
        where (level, family, y, x) = (tile.level, tile.family, tile.y, tile.x);
      delete from lot_tiles where lots = 0 and (level, family, y, x) = (tile.level, tile.family, tile.y, tile.x);
    end loop;
    for facts in ${facets(row)} order by 1 desc, 2 loop
      update lot_counts set lots = lots - 1, grams = grams - ${row}.grams where (facet, value) = (facts.facet, facts.value);
      delete from lot_counts where lots = 0 and (facet, value) = (facts.facet, facts.value);
    end loop;
  end;`

function functions() {
  const stays = `tg_op = 'UPDATE' and ${isOpen('new')} and ${isOpen('old')} and old.published_at is not distinct from new.published_at and old.place_id is not null and new.place_id is not null`
  const refresh = (which: string) =>
    `update lot_index set (${columns()}) = (select ${columns('facts')} from (${lotFacts('listings.id = lot_index.listing_id')}) as facts) where ${which}`
  return [
    body('lot_index_add', `${redrawn('new.listing_id')}; ${add('new')} return null;`),
    body('lot_index_remove', `delete from lot_cards where n = old.n; ${remove('old')} return null;`),
    body('lot_index_change', `if ${isOther(derived)} then ${remove('old')} ${add('new')} end if; return null;`),
    body(
      'listings_keep_lot',
      `if ${stays} then
        if ${isOther([...askedColumns, 'total', 'held', 'collected', 'written_off'])} then ${numbering(`select ${materialOf('new')}`)}; ${refresh('listing_id = new.id')}; end if;
        ${redrawn('new.id')};
        return null;
      end if;
      if tg_op <> 'INSERT' and ${isOpen('old')} then delete from lot_index where listing_id = old.id; end if;
      if tg_op <> 'DELETE' and ${isOpen('new')} then
        ${numbering(`select ${materialOf('new')}`)};
        -- Whoever publishes in the same millisecond is waited for, and the next number taken.
        for tried in 1..1024 loop
          insert into lot_index (n, ${columns()})
            select ${milliseconds('new.published_at')} * 1024 + nextval('lot_index_n') % 1024, facts.* from (${lotFacts('listings.id = new.id')}) as facts
            on conflict do nothing;
          exit when found or not exists (select 1 from (${lotFacts('listings.id = new.id')}) as facts);
        end loop;
      end if;
      return null;`,
    ),
    body(
      'places_move_lots',
      `${refresh('listing_id in (select id from listings where place_id = new.id)')}; return null;`,
    ),
    ...redrawings(),
    body(
      'hubs_mark_lots',
      `${refresh("listing_id in (select id from listings where place_id = new.place_id or (tg_op = 'UPDATE' and place_id = old.place_id))")}; return null;`,
    ),
  ]
}

/** Whatever else a card shows of a lot, and where it changes. */
function redrawings() {
  const lotsOf = (column: string) =>
    `select id from listings where ${column} = new.id and kind = 'offer' and state = 'live'`
  return [
    body('places_redraw_lots', `${redrawn(lotsOf('place_id'))}; return null;`),
    body('members_redraw_lots', `${redrawn(lotsOf('donor_id'))}; return null;`),
    body('organisations_redraw_lots', `${redrawn(lotsOf('organisation_id'))}; return null;`),
    body('photos_redraw_lot', `${redrawn('coalesce(new.listing_id, old.listing_id)')}; return null;`),
  ]
}

function body(name: string, statements: string) {
  return `create or replace function ${name}() returns trigger language plpgsql as $$ begin ${statements} end $$`
}

async function run(db: Kysely<unknown>, statements: string[]) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
