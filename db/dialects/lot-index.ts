import type { Kysely, RawBuilder, SqlBool } from 'kysely'

/** Level L cuts the world in 2^L by 2^L cells of the map. Those between these levels are told by their four quarters: half the counters to keep. */
export const countedLevels = [5, 7, 9, 11, 13, 15, 17] as const
export const levelSpans = countedLevels
  .map((level) => `select ${level} as level, ${2 ** (26 - level)} as span`)
  .join(' union all ')

/** Rows of the world, 2^12 units high (some 1.2 km in Italy), by which lots are found near a place. */
export const bandShift = 12
/** Cells of 2^15 units (some 15 km), by which words are found near a place. */
export const cellShift = 15

/** Stands for «no last day», so that what must go first is a plain order. */
export const never = '9999-12-31T00:00:00.000Z'

/** Where a query of lots begins: what stands behind `from`, what must hold, and the lot's number there. */
export type LotSource = { from: RawBuilder<unknown>; where: RawBuilder<SqlBool>[]; n: RawBuilder<number> }

export type SearchBox = { south_e6: number; west_e6: number; north_e6: number; east_e6: number }

/** Every word of the lots that means one typed word: all that begin with it are among them. */
export type WordGroup = { begins: string; words: readonly string[] }

/** Lots of one size that have at least so many free, and fewer than `below`, with what they are ordered by. */
export type SizeStep = {
  rank: number
  length_mm: number
  width_mm: number
  thickness_mm: number | null
  least: number
  below: number | null
}

/** The row of the world in which a latitude lies. */
export function bandOf(latitude_e6: number) {
  return Math.floor(mercatorY(latitude_e6) / 2 ** bandShift)
}

/** The cells, as words near a place carry them, that a box touches. */
export function cellsIn({ south_e6, west_e6, north_e6, east_e6 }: SearchBox) {
  const cell = (units: number) => Math.floor(units / 2 ** cellShift)
  const [left, right] = [cell(mercatorX(west_e6)), cell(mercatorX(east_e6))]
  const [top, bottom] = [cell(mercatorY(north_e6)), cell(mercatorY(south_e6))]
  const cells: string[] = []
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) cells.push(hex(x) + hex(y))
  return cells
}

export function mercatorX(longitude_e6: number) {
  return Math.floor((longitude_e6 / 360_000_000 + 0.5) * world)
}

/** Its ends are at 85 degrees. */
export function mercatorY(latitude_e6: number) {
  const latitude = (Math.max(-85e6, Math.min(85e6, latitude_e6)) / 1e6) * (Math.PI / 180)
  return Math.floor((0.5 - Math.log(Math.tan(Math.PI / 4 + latitude / 2)) / (2 * Math.PI)) * world)
}

const hex = (value: number) => value.toString(16).padStart(3, '0')

/**
 * The tables of the index, the same on both databases but for the kind of a lot's number: on SQLite only an `integer` key
 * is the row's own place. What keeps them is the dialect's.
 */
export async function createIndexTables({ schema }: Kysely<unknown>, number: 'integer' | 'bigint') {
  await schema
    .createTable('lot_index')
    .ifNotExists()
    .addColumn('n', number, (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.notNull().unique())
    .addColumn('latitude_e6', 'integer', (c) => c.notNull())
    .addColumn('longitude_e6', 'integer', (c) => c.notNull())
    .addColumn('x_dm', 'bigint', (c) => c.notNull())
    .addColumn('y_dm', 'bigint', (c) => c.notNull())
    .addColumn('z_dm', 'bigint', (c) => c.notNull())
    .addColumn('mx', 'integer', (c) => c.notNull())
    .addColumn('my', 'integer', (c) => c.notNull())
    .addColumn('band', 'integer', (c) => c.notNull())
    .addColumn('family', 'text', (c) => c.notNull())
    .addColumn('material_key', 'text', (c) => c.notNull())
    .addColumn('condition', 'text')
    .addColumn('weight_grade', 'text', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('available', 'integer', (c) => c.notNull())
    .addColumn('piece_length_mm', 'integer')
    .addColumn('piece_width_mm', 'integer')
    .addColumn('piece_thickness_mm', 'integer')
    .addColumn('must_go_by', 'text', (c) => c.notNull())
    .addColumn('reserved_until', 'text')
    .addColumn('at_hub', 'integer', (c) => c.notNull())
    .addColumn('traits', 'integer', (c) => c.notNull())
    .addColumn('search_text', 'text', (c) => c.notNull())
    .execute()
  await createMaterialNumbers(schema, number)
  await schema
    .createTable('lot_cards')
    .ifNotExists()
    .addColumn('n', number, (c) => c.primaryKey())
    .addColumn('card', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('lot_tiles')
    .ifNotExists()
    .addColumn('level', 'integer', (c) => c.notNull())
    .addColumn('family', 'text', (c) => c.notNull())
    .addColumn('y', 'integer', (c) => c.notNull())
    .addColumn('x', 'integer', (c) => c.notNull())
    .addColumn('lots', 'integer', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addColumn('sum_mx', 'bigint', (c) => c.notNull())
    .addColumn('sum_my', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('lot_tiles_key', ['level', 'family', 'y', 'x'])
    .execute()
  await schema
    .createTable('lot_counts')
    .ifNotExists()
    .addColumn('facet', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('lots', 'integer', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('lot_counts_key', ['facet', 'value'])
    .execute()
  await schema
    .createTable('lot_sizes')
    .ifNotExists()
    .addColumn('length_mm', 'integer', (c) => c.notNull())
    .addColumn('width_mm', 'integer', (c) => c.notNull())
    /** 0 when nobody said. */
    .addColumn('thickness_mm', 'integer', (c) => c.notNull())
    .addColumn('lots', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('lot_sizes_key', ['length_mm', 'width_mm', 'thickness_mm'])
    .execute()
  /** Every word a lot was ever found by; a rebuild forgets those of no lot. */
  await schema
    .createTable('lot_words')
    .ifNotExists()
    .addColumn('word', 'text', (c) => c.primaryKey())
    .execute()
}

/** A number for each material a lot was ever of: what is counted by the thousand is counted in numbers. */
function createMaterialNumbers(schema: Kysely<unknown>['schema'], number: 'integer' | 'bigint') {
  return schema
    .createTable('lot_materials')
    .ifNotExists()
    .addColumn('number', number, (c) =>
      number === 'integer' ? c.primaryKey() : c.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('material_key', 'text', (c) => c.notNull().unique())
    .execute()
}

const world = 2 ** 26
const earth_dm = 63_710_088

/**
 * What is asked of every live offer with a place, as a query of `lot_index`'s columns but `n`: the one definition that
 * triggers, rebuild and check share. `where` narrows it; `family` is how the database cuts a material's name at its first point.
 */
export function lotFacts(where: string, family: string) {
  const latitude = 'radians(places.latitude_e6 / 1000000.0)'
  const longitude = 'radians(places.longitude_e6 / 1000000.0)'
  // World Mercator ends at 85 degrees: what lies beyond is drawn on its edge.
  const drawn =
    'radians(case when places.latitude_e6 > 85000000 then 85.0 when places.latitude_e6 < -85000000 then -85.0 else places.latitude_e6 / 1000000.0 end)'
  const mx = `cast(floor((places.longitude_e6 / 360000000.0 + 0.5) * ${world}) as integer)`
  const my = `cast(floor((0.5 - ln(tan(pi() / 4 + ${drawn} / 2)) / (2 * pi())) * ${world}) as integer)`
  return `select listings.id as listing_id, places.latitude_e6, places.longitude_e6,
    cast(round(${earth_dm} * cos(${latitude}) * cos(${longitude})) as bigint) as x_dm,
    cast(round(${earth_dm} * cos(${latitude}) * sin(${longitude})) as bigint) as y_dm,
    cast(round(${earth_dm} * sin(${latitude})) as bigint) as z_dm,
    ${mx} as mx, ${my} as my, ${my} / ${2 ** bandShift} as band,
    coalesce(${family}, '') as family,
    coalesce(material_key, '') as material_key, condition, weight_grade, coalesce(weight_typ_g, 0) as grams, unit,
    total - held - collected - written_off as available, piece_length_mm, piece_width_mm, piece_thickness_mm,
    coalesce(must_go_by, '${never}') as must_go_by, reserved_until,
    case when exists (select 1 from hubs where hubs.place_id = places.id) then 1 else 0 end as at_hub,
    (select number from lot_materials where lot_materials.material_key = coalesce(listings.material_key, '')) * 32
      + ${conditionCode} * 4 + case when weight_grade in ('A', 'B') then 2 else 0 end
      + case when exists (select 1 from hubs where hubs.place_id = places.id) then 1 else 0 end as traits,
    search_text
    from listings join places on places.id = listings.place_id
    where kind = 'offer' and state = 'live' and published_at is not null and ${where}`
}

/** What `traits` says in its third to fifth bit; 0 when nobody said. */
export const conditionCodes: readonly string[] = ['', 'new', 'good', 'worn', 'to_repair']
const conditionCode = `case condition ${conditionCodes
  .slice(1)
  .map((each, at) => `when '${each}' then ${at + 1}`)
  .join(' ')} else 0 end`

/** What a card shows of a lot: columns of the tables that `cardFacts` joins, none of them private. */
export const cardColumns = [
  'listings.id',
  'listings.code',
  'listings.state',
  'listings.title',
  'listings.material_key',
  'listings.unit',
  'listings.total',
  'listings.held',
  'listings.collected',
  'listings.written_off',
  'listings.must_go_by',
  'listings.published_at',
  'listings.piece_length_mm',
  'listings.piece_width_mm',
  'listings.piece_thickness_mm',
  'listings.weight_grade',
  'listings.weight_low_g',
  'listings.weight_typ_g',
  'listings.weight_high_g',
  'members.name as donor_name',
  'organisations.name as organisation_name',
  'organisations.kind as organisation_kind',
  'places.area',
  'places.latitude_e6',
  'places.longitude_e6',
  'places.blur_radius_m',
  'photos.hash as photo_hash',
  'photos.alt as photo_alt',
  'photos.thumbhash as photo_thumbhash',
] as const

/**
 * A lot's number and its card, as the text of one list: a page of lots is read without a join, and without thirty names for
 * each of them. `list` is the database's function for it.
 */
export function cardFacts(where: string, list: 'json_array' | 'json_build_array') {
  const columns = cardColumns.map((each) => each.replace(/ as .*/, '')).join(', ')
  return `select lot_index.n, cast(${list}(${columns}) as text) as card
    from lot_index join listings on listings.id = lot_index.listing_id
    join members on members.id = listings.donor_id
    left join organisations on organisations.id = listings.organisation_id
    left join places on places.id = listings.place_id
    left join photos on photos.listing_id = listings.id and photos.position = 0
    where ${where}`
}

/** The columns of `lotFacts` in its order. */
export const factColumns = [
  'listing_id',
  'latitude_e6',
  'longitude_e6',
  'x_dm',
  'y_dm',
  'z_dm',
  'mx',
  'my',
  'band',
  'family',
  'material_key',
  'condition',
  'weight_grade',
  'grams',
  'unit',
  'available',
  'piece_length_mm',
  'piece_width_mm',
  'piece_thickness_mm',
  'must_go_by',
  'reserved_until',
  'at_hub',
  'traits',
  'search_text',
] as const

/** Without the numbers of materials, which stay. */
export const indexTables = ['lot_index', 'lot_cards', 'lot_tiles', 'lot_counts', 'lot_sizes', 'lot_words'] as const

/** A change of these makes a lot another one to whoever searches; of `available` alone it does not. */
export const askedColumns = [
  'state',
  'kind',
  'place_id',
  'published_at',
  'material_key',
  'condition',
  'weight_grade',
  'weight_typ_g',
  'unit',
  'piece_length_mm',
  'piece_width_mm',
  'piece_thickness_mm',
  'must_go_by',
  'reserved_until',
  'search_text',
] as const
