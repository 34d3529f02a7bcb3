import { dayInRome, endOfRomanDay } from '#app/domain/instant.ts'
import type { Material } from '#app/domain/listings/material.ts'
import { fold, materialSearchText } from '#app/domain/listings/material-search.ts'
import { materials } from '#app/domain/listings/materials.ts'
import type { Grade, ListingRow } from '#db/schema/listings.ts'
import { type SkewedChance, skewedChance } from './corpus-chance.ts'
import { siteId, townsByLots } from './corpus-sites.ts'
import { type Size, sizesFor } from './corpus-sizes.ts'
import { wordsFor } from './corpus-words.ts'

export type CorpusAsk = { listings: number; seed: number; now: string }

const day = 86_400_000
const years = 2

/** How many sites hold so many lots, and how many of them belong to a hub; how many people give. */
export function sharesOf(listings: number) {
  const placed = Math.ceil(listings * 0.4)
  return { sites: placed, hubs: Math.ceil(placed / 2500), donors: Math.ceil(listings / 1000) }
}

export const donorId = (n: number) => `giver-${n}`
export const hubId = (n: number) => `hub-${n}`

/** Lots in the order in which they were published, over two years, no two in the same millisecond: seven in ten are live. */
export function* corpus({ listings, seed, now }: CorpusAsk): Generator<ListingRow> {
  const chance = skewedChance(seed)
  const sizeOf = sizesFor(seed)
  const towns = townsByLots()
  const { sites, hubs, donors } = sharesOf(listings)
  const [until, step] = [Date.parse(now), (years * 365 * day) / listings]
  const codes = { month: '', count: 0 }
  for (let n = 0; n < listings; n++) {
    const at = Math.floor(until - years * 365 * day + step * (n + chance.next() * 0.9))
    const leaf = chance.skewed(materials, 1.7)
    const hub = chance.happens(0.03) ? chance.whole(0, hubs - 1) : undefined
    const site = hub ?? Math.floor(sites * chance.next() ** 1.3)
    const size = sizeFor(leaf, sizeOf(leaf.key), chance)
    const much = quantityFor(leaf, size, chance)
    const told = size && chance.happens(0.8) ? sizeTold(size) : ''
    const words = wordsFor(leaf, { town: chance.skewed(towns, 6).name, size: told, quantity: much.total }, chance)
    const when = timesOf(at, until, chance)
    const row = { ...blank }
    const facts: Partial<ListingRow>[] = [words, much, when, weightOf(much, size, chance), sidesOf(size)]
    for (const each of facts) Object.assign(row, each)
    row.id = idAt(at, chance)
    row.code = when.published_at && codeOf(when.published_at, codes)
    row.donor_id = donorId(site % donors)
    row.hub_id = hub === undefined ? null : hubId(hub)
    row.place_id = siteId(site)
    row.material_key = leaf.key
    row.search_text = `${fold(`${words.title} ${words.description}`)} ${foundBy(leaf)}`.trim()
    row.search_tail = foundBy(leaf).length
    row.condition = chance.happens(0.15) ? null : chance.skewed(['good', 'worn', 'new', 'to_repair'] as const, 1.6)
    yield row
  }
}

const searchTexts = new Map<string, string>()

function foundBy(leaf: Material) {
  const text = searchTexts.get(leaf.key) ?? materialSearchText(leaf)
  searchTexts.set(leaf.key, text)
  return text
}

function timesOf(at: number, now: number, chance: SkewedChance) {
  const instant = (ms: number) => new Date(ms).toISOString()
  const drafted = { drafted_at: instant(at - chance.whole(1, 72) * 3_600_000), revised_at: instant(at) }
  const fate = chance.next()
  const state = fate < 0.7 ? 'live' : fate < 0.97 ? 'closed' : fate < 0.985 ? 'paused' : 'draft'
  // A few are past their day and not yet closed: whoever closes them comes by all day long.
  const ahead = chance.happens(0.0005) ? -1 : chance.next() ** 2 * 60
  const must_go_by = chance.happens(0.4) ? lastMinute(instant((state === 'live' ? now : at) + ahead * day)) : null
  const available_from = chance.happens(0.3) ? instant(at - day) : null
  const reserved_until = chance.happens(0.07) ? instant(now + chance.whole(-5, 5) * day) : null
  const closed_reason = state === 'closed' ? chance.skewed(['done', 'expired', 'withdrawn'] as const) : null
  const closed_at = state === 'closed' ? instant(Math.min(now, at + chance.whole(1, 60) * day)) : null
  const published = { published_at: state === 'draft' ? null : instant(at), declared_at: instant(at) }
  return {
    state,
    ...drafted,
    ...published,
    must_go_by,
    available_from,
    reserved_until,
    closed_reason,
    closed_at,
  } as const
}

const lastMinutes = new Map<string, string>()

/** The end of that day, as whoever posts a lot says it. */
function lastMinute(at: string) {
  const hour = at.slice(0, 13)
  const end = lastMinutes.get(hour) ?? endOfRomanDay(dayInRome(at))
  lastMinutes.set(hour, end)
  return end
}

function sizeFor(leaf: Material, known: readonly Size[], chance: SkewedChance) {
  const isCut = leaf.units.includes('piece') && chance.happens(0.7)
  return isCut ? chance.skewed(known, 2.2) : undefined
}

function sidesOf(size: Size | undefined) {
  const { length_mm, width_mm, thickness_mm } = size ?? { length_mm: null, width_mm: null, thickness_mm: null }
  return { piece_length_mm: length_mm, piece_width_mm: width_mm, piece_thickness_mm: thickness_mm }
}

function sizeTold({ length_mm, width_mm, thickness_mm }: Size) {
  const centimetres = `${Math.round(length_mm / 10)} × ${Math.round(width_mm / 10)} cm`
  return thickness_mm ? `${centimetres}, ${thickness_mm} mm` : centimetres
}

function quantityFor(leaf: Material, size: Size | undefined, chance: SkewedChance) {
  const unit =
    size || chance.happens(0.6)
      ? (leaf.units.find((each) => each === 'piece') ?? leaf.units[0])
      : chance.pick(leaf.units)
  const usual = { piece: 1, g: 8000, mm: 4000, cm2: 20_000, dm3: 60 }[unit]
  const total = Math.round(Math.exp(Math.abs(chance.bell()) * 1.6) * usual)
  const part = () => (chance.happens(0.2) ? chance.whole(0, total) : 0)
  const held = part()
  const collected = Math.min(total - held, part())
  return { unit, total, held, collected }
}

function weightOf({ unit, total }: Pick<ListingRow, 'unit' | 'total'>, size: Size | undefined, chance: SkewedChance) {
  const weight_grade: Grade = chance.skewed(['C', 'E', 'D', 'B', 'A'] as const, 1.5)
  if (weight_grade === 'E') return { weight_grade, weight_low_g: null, weight_typ_g: null, weight_high_g: null }
  const piece = size ? (size.length_mm * size.width_mm * (size.thickness_mm ?? 20)) / 1700 : 2500
  const grams = total * { piece, g: 1, mm: 2, cm2: 1.2, dm3: 450 }[unit]
  const weight_typ_g = Math.min(20_000_000, Math.max(50, Math.round(grams * Math.exp(chance.bell() * 0.2))))
  return {
    weight_grade,
    weight_low_g: Math.ceil(weight_typ_g * 0.8),
    weight_typ_g,
    weight_high_g: Math.ceil(weight_typ_g * 1.25),
  }
}

function codeOf(published_at: string, codes: { month: string; count: number }) {
  const month = published_at.slice(2, 4) + published_at.slice(5, 7)
  codes.count = codes.month === month ? codes.count + 1 : 1
  codes.month = month
  return `${month}-${String(codes.count).padStart(3, '0')}`
}

/** As a UUIDv7 of that millisecond would be, with the corpus's own chance. */
function idAt(at: number, { next }: SkewedChance) {
  const hex = (bits: number) =>
    Math.floor(next() * 2 ** bits)
      .toString(16)
      .padStart(bits / 4, '0')
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-8${hex(12)}-${hex(24)}${hex(24)}`
}

// Every lot is a copy of this one: an object put together from many parts takes V8 ten times as long.
const blank: ListingRow = {
  id: '',
  code: null,
  kind: 'offer',
  state: 'draft',
  closed_reason: null,
  donor_id: '',
  organisation_id: null,
  hub_id: null,
  title: '',
  description: '',
  material_key: null,
  search_text: '',
  search_tail: 0,
  unit: 'piece',
  total: 1,
  held: 0,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  piece_length_mm: null,
  piece_width_mm: null,
  piece_thickness_mm: null,
  condition: null,
  weight_grade: 'E',
  weight_low_g: null,
  weight_typ_g: null,
  weight_high_g: null,
  weight_method: null,
  weight_reference: null,
  weight_reference_version: null,
  weight_photo_hash: null,
  place_id: null,
  available_from: null,
  must_go_by: null,
  floor: null,
  has_lift: 0,
  van_access: 1,
  help_to_load: 0,
  allocation_rule: 'donor_picks',
  window_closes_at: null,
  reserved_until: null,
  radius_m: null,
  origin: 'used_good',
  declared_at: null,
  drafted_at: '',
  revised_at: '',
  published_at: null,
  closed_at: null,
}
