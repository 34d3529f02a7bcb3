import { type RawBuilder, type SqlBool, sql } from 'kysely'

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

/**
 * Every word of the lots that means one typed word: all that begin with it are among them. `materials` are the numbers of
 * those whose own names and synonyms say one: every lot of theirs does, and a word that only they say is none of `words`.
 */
export type WordGroup = { begins: string; words: readonly string[]; materials: readonly number[] }

/** Whether a lot is of one of these materials, by their numbers. */
export function isOfMaterials(numbers: readonly number[]) {
  return sql<SqlBool>`lot_index.traits >> 5 in (${sql.join([...numbers])})`
}

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

/** Numbers for materials, with their words, that have none: `materials` is a query of both. */
export function numbering(materials: string) {
  return `insert into lot_materials (material_key, words) select material_key, words from (${materials}) as those
    where not exists (select 1 from lot_materials as known where known.material_key = those.material_key and known.words = those.words)
    on conflict do nothing`
}

/** The material of a listing, and the words of its own that the listing ends with. */
export function materialOf(row: string) {
  const begin = `length(${row}.search_text) - ${row}.search_tail + 1`
  return `coalesce(${row}.material_key, '') as material_key,
    case when substr(' ' || ${row}.search_text, ${begin}, 1) = ' ' then substr(${row}.search_text, ${begin}) else '' end as words`
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
    (select number from lot_materials join (select ${materialOf('listings')}) as its
      on its.material_key = lot_materials.material_key and its.words = lot_materials.words) * 32
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
  'search_tail',
] as const
