import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  askedColumns,
  bandOf,
  cardFacts,
  factColumns,
  lotFacts as factsWhere,
  levelSpans,
  materialOf,
  numbering,
  type SearchBox,
  type SizeStep,
} from './lot-index.ts'
import { indexTables } from './lot-tables.ts'
import { allWordsNoted, foundBy, materialNoted, wordsNoted } from './sqlite-lot-words.server.ts'

export { countSaying, isSaying, lotsSaying } from './sqlite-lot-words.server.ts'

export const lotNumber = 'integer'

/** It takes twice as long to sort a hundred rows as the process that asks for them. */
export const sortsSlowly = true

/** The full text index, the indexes by place, day and size, and the triggers that keep all of it. */
export async function createLotIndex(db: Kysely<unknown>) {
  await run(db, [
    `drop table if exists lot_fts`,
    `create virtual table lot_fts using fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', detail=none)`,
    // Whole questions are answered from these: a lot's own row is a page away, and half a page of lots is thousands of rows.
    `create index if not exists lot_index_by_band on lot_index (band, longitude_e6, latitude_e6, must_go_by, x_dm, y_dm, z_dm, mx, my, family, material_key, condition, weight_grade, reserved_until, at_hub, traits, grams, unit, available, piece_length_mm, piece_width_mm, piece_thickness_mm, n)`,
    // Where only place and day are asked, and what a lot counts for, a narrow row is read twice as quickly.
    `create index if not exists lot_index_by_point on lot_index (band, longitude_e6, latitude_e6, must_go_by, x_dm, y_dm, z_dm, n, traits, grams)`,
    // Those of one material around a place: where it says the words that are asked, they are found without looking at any other.
    `create index if not exists lot_index_by_said on lot_index (traits >> 5, band, longitude_e6, latitude_e6, must_go_by, x_dm, y_dm, z_dm, n)`,
    `create index if not exists lot_index_by_size on lot_index (piece_length_mm, piece_width_mm, piece_thickness_mm, n, available, must_go_by, band, longitude_e6, latitude_e6, x_dm, y_dm, z_dm, unit) where unit = 'piece' and piece_length_mm is not null and piece_width_mm is not null`,
    `create index if not exists lot_index_by_day on lot_index (must_go_by, n desc, traits, grams, family, mx, my)`,
    `create index if not exists lot_index_by_material on lot_index (material_key, n)`,
    materialNoted,
    ...triggers(),
  ])
}

/** Lots come and go without the index hearing of it; `rebuildLotIndex` brings it up to date. */
export function detachLotIndex(db: Kysely<unknown>) {
  return run(
    db,
    triggerNames.map((name) => `drop trigger if exists ${name}`),
  )
}

export function attachLotIndex(db: Kysely<unknown>) {
  return run(db, triggers())
}

/** Empties the index and fills it again in the order of publication. */
export async function rebuildLotIndex(db: Kysely<unknown>) {
  await detachLotIndex(db)
  await run(db, [
    `insert into lot_fts(lot_fts) values ('delete-all')`,
    ...indexTables.map((table) => `delete from ${table}`),
    numbering(`select distinct ${materialOf('listings')} from listings where ${isOpen('listings')} order by 1, 2`),
    `insert into lot_index (n, ${factColumns.join(', ')})
      select numbered.ms * 1024 + numbered.k, ${factColumns.map((name) => `facts.${name}`).join(', ')}
      from (select id, ${milliseconds('published_at')} as ms, row_number() over (partition by ${milliseconds('published_at')} order by id) - 1 as k
        from listings where kind = 'offer' and state = 'live' and published_at is not null) as numbered
      join (${lotFacts('true')}) as facts on facts.listing_id = numbered.id order by 1`,
    `insert into lot_cards (n, card) ${cards('true')} order by 1`,
    `delete from lot_materials where number not in (select traits >> 5 from lot_index)`,
    `insert into lot_fts (rowid, words) select n, ${foundBy('lot_index')} from lot_index order by n`,
    // Filled at once it lies in a dozen segments, and each word is looked up in all of them. Lot by lot it stays in two or three.
    `insert into lot_fts (lot_fts) values ('optimize')`,
    `insert into lot_tiles (level, family, y, x, lots, grams, sum_mx, sum_my)
      select level, parts.family, my / span, mx / span, count(*), sum(grams), sum(mx), sum(my)
      from lot_index cross join (${levelSpans}) join (select '' as family union select family from lot_index) as parts
        on parts.family = '' or parts.family = lot_index.family
      group by level, parts.family, my / span, mx / span`,
    `insert into lot_counts (facet, value, lots, grams) select facet, value, count(*), sum(grams) from (${facets('lot_index', ' from lot_index')}) group by facet, value`,
    `insert into lot_sizes (length_mm, width_mm, thickness_mm, lots) select ${sizes('lot_index')}, count(*) from lot_index where ${isSized('lot_index')} group by 1, 2, 3`,
    ...allWordsNoted,
  ])
  await attachLotIndex(db)
}

/** Lots inside a box that does not cross the date line. */
export function insideBox({ south_e6, west_e6, north_e6, east_e6 }: SearchBox) {
  const [first, last] = [bandOf(north_e6), bandOf(south_e6)]
  const inBox = sql`lot_index.longitude_e6 between ${west_e6} and ${east_e6} and lot_index.latitude_e6 between ${south_e6} and ${north_e6}`
  if (last - first > mostBands) return sql<SqlBool>`(lot_index.band between ${first} and ${last} and ${inBox})`
  const bands = JSON.stringify(Array.from({ length: last - first + 1 }, (_, at) => first + at))
  return sql<SqlBool>`(lot_index.band in (select value from json_each(${bands})) and ${inBox})`
}

const mostBands = 1200

/** Lots of several sizes with their step, as `steps`: what stands behind `from`. */
export function ofSizes(steps: readonly SizeStep[]) {
  const part = (name: string) => sql`json_extract(value, ${sql.lit(`$.${name}`)}) as ${sql.ref(name)}`
  const parts = ['rank', 'length_mm', 'width_mm', 'thickness_mm', 'least', 'below'].map(part)
  return sql`(select ${sql.join(parts)} from json_each(${JSON.stringify(steps)})) as steps cross join lot_index
    on lot_index.unit = 'piece' and lot_index.piece_length_mm = steps.length_mm
    and lot_index.piece_width_mm = steps.width_mm and lot_index.piece_thickness_mm is steps.thickness_mm`
}

/** A column of many rows as the text of one list: ten times as quick as row by row. */
export function listOf(column: RawBuilder<unknown>) {
  return sql<string>`json_group_array(${column})`
}

/** One text whatever their number: the statement is compiled once. */
export function isNumbered(numbers: readonly number[]) {
  return sql<SqlBool>`n in (select value from json_each(${JSON.stringify(numbers)}))`
}

const triggerNames = [
  'lot_index_added',
  'lot_index_removed',
  'lot_index_changed',
  'listings_lot_added',
  'listings_lot_changed',
  'listings_lot_counted',
  'listings_lot_removed',
  'places_lot_moved',
  'places_card_changed',
  'members_card_changed',
  'organisations_card_changed',
  'photos_card_added',
  'photos_card_changed',
  'photos_card_removed',
  'hubs_lot_opened',
  'hubs_lot_moved',
]

const derived = factColumns.filter((name) => name !== 'available' && name !== 'listing_id')
const isOpen = (row: string) => `${row}.kind = 'offer' and ${row}.state = 'live'`
const isOther = (columns: readonly string[]) => columns.map((name) => `old.${name} is not new.${name}`).join(' or ')

function triggers() {
  const stays = `${isOpen('new')} and ${isOpen('old')} and old.published_at is new.published_at and old.place_id is not null and new.place_id is not null`
  return [
    `create trigger if not exists lot_index_added after insert on lot_index begin ${added('new')} ${redrawn('new.listing_id')}; end`,
    `create trigger if not exists lot_index_removed after delete on lot_index begin ${removed('old')} delete from lot_cards where n = old.n; end`,
    `create trigger if not exists lot_index_changed after update of ${derived.join(', ')} on lot_index when ${isOther(derived)} begin ${removed('old')} ${added('new')} end`,
    `create trigger if not exists listings_lot_added after insert on listings when ${isOpen('new')} begin ${insertion('listings.id = new.id')}; end`,
    `create trigger if not exists listings_lot_changed after update of ${askedColumns.join(', ')} on listings
      when (${isOpen('new')} or ${isOpen('old')}) and not (${stays}) and (${isOther(askedColumns)})
      begin delete from lot_index where listing_id = old.id; ${insertion('listings.id = new.id')}; end`,
    `create trigger if not exists listings_lot_counted after update on listings when ${stays}
      begin ${numbering(`select ${materialOf('new')}`)}; ${refreshment('listing_id = new.id', 'listings.id = new.id')}; ${redrawn('new.id')}; end`,
    `create trigger if not exists listings_lot_removed after delete on listings when ${isOpen('old')} begin delete from lot_index where listing_id = old.id; end`,
    `create trigger if not exists places_lot_moved after update of latitude_e6, longitude_e6 on places
      begin ${refreshment('listing_id in (select id from listings where place_id = new.id)', 'listings.id = lot_index.listing_id')}; end`,
    ...redrawings(),
    ...['hubs_lot_opened after insert', 'hubs_lot_moved after update of place_id'].map(
      (when) => `create trigger if not exists ${when} on hubs
      begin ${refreshment(`listing_id in (select id from listings where place_id = new.place_id${when.includes('update') ? ' or place_id = old.place_id' : ''})`, 'listings.id = lot_index.listing_id')}; end`,
    ),
  ]
}

/** Whatever else a card shows of a lot, and where it changes. */
function redrawings() {
  const lotsOf = (column: string) =>
    `select id from listings where ${column} = new.id and kind = 'offer' and state = 'live'`
  return [
    ['places_card_changed', 'update of area, latitude_e6, longitude_e6, blur_radius_m on places', lotsOf('place_id')],
    ['members_card_changed', 'update of name on members', lotsOf('donor_id')],
    ['organisations_card_changed', 'update of name, kind on organisations', lotsOf('organisation_id')],
    ['photos_card_added', 'insert on photos', 'new.listing_id'],
    ['photos_card_changed', 'update on photos', 'new.listing_id'],
    ['photos_card_removed', 'delete on photos', 'old.listing_id'],
  ].map(([name, when, lots]) => `create trigger if not exists ${name} after ${when} begin ${redrawn(lots ?? '')}; end`)
}

function redrawn(lots: string) {
  return `insert into lot_cards (n, card) ${cards(`lot_index.listing_id in (${lots})`)} on conflict do update set card = excluded.card`
}

/** The first free number of the millisecond: more than 1.023 in one would push the last into the next. */
function insertion(where: string) {
  const first = `(select ${milliseconds('published_at')} * 1024 from listings where listings.id = facts.listing_id)`
  return `${numbering(`select ${materialOf('new')}`)}; insert into lot_index (n, ${factColumns.join(', ')})
    select case when not exists (select 1 from lot_index where n = ${first}) then ${first}
      else (select min(taken.n) + 1 from lot_index as taken where taken.n >= ${first}
        and not exists (select 1 from lot_index as next where next.n = taken.n + 1)) end,
      facts.* from (${lotFacts(where)}) as facts`
}

function refreshment(which: string, where: string) {
  const columns = factColumns.filter((name) => name !== 'listing_id').join(', ')
  return `update lot_index set (${columns}) = (select ${columns} from (${lotFacts(where)})) where ${which}`
}

const cards = (where: string) => cardFacts(where, 'json_array')
const lotFacts = (where: string) => factsWhere(where, `substr(material_key, 1, instr(material_key || '.', '.') - 1)`)

const milliseconds = (column: string) => `cast(round(unixepoch(${column}, 'subsec') * 1000) as integer)`

const facets = (row: string, from = '') =>
  [
    `select 'all' as facet, '' as value, ${row}.grams as grams`,
    `select 'material', ${row}.material_key, ${row}.grams`,
    `select 'condition', coalesce(${row}.condition, ''), ${row}.grams`,
    `select 'grade', ${row}.weight_grade, ${row}.grams`,
    `select 'at_hub', cast(${row}.at_hub as text), ${row}.grams`,
    `select 'hour', substr(${row}.must_go_by, 1, 13), ${row}.grams`,
  ]
    .map((each) => each + from)
    .join(' union all ')

const sizes = (row: string) => `${row}.piece_length_mm, ${row}.piece_width_mm, coalesce(${row}.piece_thickness_mm, 0)`
const isSized = (row: string) =>
  `${row}.unit = 'piece' and ${row}.piece_length_mm is not null and ${row}.piece_width_mm is not null`

const tilesOf = (row: string) =>
  `select level, parts.family as family, ${row}.my / span as y, ${row}.mx / span as x from (${levelSpans}) cross join (select '' as family union all select ${row}.family where ${row}.family <> '') as parts where true`

function added(row: string) {
  return `insert into lot_fts (rowid, words) values (${row}.n, ${foundBy(row)});
    insert into lot_tiles (level, family, y, x, lots, grams, sum_mx, sum_my) select level, family, y, x, 1, ${row}.grams, ${row}.mx, ${row}.my from (${tilesOf(row)}) where true
      on conflict do update set lots = lots + 1, grams = grams + excluded.grams, sum_mx = sum_mx + excluded.sum_mx, sum_my = sum_my + excluded.sum_my;
    insert into lot_counts (facet, value, lots, grams) select facet, value, 1, grams from (${facets(row)}) where true
      on conflict do update set lots = lots + 1, grams = grams + excluded.grams;
    insert into lot_sizes (length_mm, width_mm, thickness_mm, lots) select ${sizes(row)}, 1 where ${isSized(row)} on conflict do update set lots = lots + 1;
    ${wordsNoted(row)};`
}

function removed(row: string) {
  return `delete from lot_fts where rowid = ${row}.n;
    update lot_tiles set lots = lots - 1, grams = grams - ${row}.grams, sum_mx = sum_mx - ${row}.mx, sum_my = sum_my - ${row}.my
      where (level, family, y, x) in (${tilesOf(row)});
    delete from lot_tiles where lots = 0 and (level, family, y, x) in (${tilesOf(row)});
    update lot_counts set lots = lots - 1, grams = lot_counts.grams - ${row}.grams from (${facets(row)}) as c where lot_counts.facet = c.facet and lot_counts.value = c.value;
    delete from lot_counts where lots = 0;
    update lot_sizes set lots = lots - 1 where ${isSized(row)} and (length_mm, width_mm, thickness_mm) = (${sizes(row)});
    delete from lot_sizes where lots = 0 and ${isSized(row)} and (length_mm, width_mm, thickness_mm) = (${sizes(row)});`
}

async function run(db: Kysely<unknown>, statements: string[]) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
