import { anchorsOf } from '#app/domain/discovery/anchors.ts'
import { questionToKeep, readQuestion } from '#app/domain/discovery/asked.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { readSearchText } from '#app/domain/discovery/search-text.ts'
import { later } from '#app/domain/instant.ts'
import { listingSearchText } from '#app/domain/listings/listing-search-text.ts'
import { materials } from '#app/domain/listings/materials.ts'
import { nodesAbove } from '#app/domain/listings/wanted-material.ts'
import type { Point } from '#app/domain/places/point.ts'
import type { Db } from '#db/database.ts'
import { readGazetteer } from '#db/reference/read-gazetteer.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { chanceFrom } from '../demo/chance.ts'

export const now = '2026-11-24T09:00:00.000Z'
export const searches = 100_000
const each = 10

const chance = chanceFrom(2026)
const towns = readGazetteer().towns.map(([name, , , , latitude_e6, longitude_e6, population]) => ({
  ...{ name, latitude_e6, longitude_e6, population },
}))
const people = towns.reduce((sum, { population }) => sum + population, 0)

/** Ten thousand members who keep ten questions each, and ask what people ask: mostly near home, mostly one thing. */
export async function fillSearches(db: Db) {
  await db.transaction().execute(async (trx) => {
    for (const part of parts(Array.from({ length: searches / each }, (_, n) => member(n))))
      await trx.insertInto('members').values(part).execute()
    const kept = Array.from({ length: searches }, (_, n) => search(n))
    for (const part of parts(kept)) await trx.insertInto('saved_searches').values(part).execute()
    const filed = kept.flatMap(({ id, question }) =>
      anchorsOf(readQuestion(question)).map((anchor) => ({ anchor, search_id: id })),
    )
    for (const part of parts(filed)) await trx.insertInto('search_anchors').values(part).execute()
  })
}

/** A lot that opens somewhere people live. */
export function newLot(n: number): ListingRow & Point {
  const material = chance.pick(materials)
  const town = somewhere()
  const title = `${material.name.it} ${chance.pick(colours)} ${chance.pick(sources)}`
  const side = (least: number, most: number) => (chance.happens(0.7) ? chance.whole(least, most) : null)
  const sizes = {
    piece_length_mm: side(300, 3000),
    piece_width_mm: side(60, 900),
    piece_thickness_mm: side(8, 60),
  }
  const said = {
    title,
    description: 'Ultimi pezzi di un lavoro finito, asciutti e puliti.',
    material_key: material.key,
  }
  const lot: Partial<ListingRow> = {
    ...{ id: `lot-${n}`, kind: 'offer', state: 'live', donor_id: 'donor', organisation_id: null, place_id: null },
    ...said,
    ...sizes,
    ...{ ...listingSearchText(said), unit: 'piece', total: chance.whole(1, 60) },
    ...{ held: 0, collected: 0, written_off: 0, weight_grade: 'C', condition: 'good', reserved_until: null },
    must_go_by: later(now, { days: chance.whole(1, 30) }),
  }
  return { ...(lot as ListingRow), ...around(town, 4) }
}

const colours = ['bianco', 'grezzo', 'verde', 'rovere', 'scuro', 'verniciato']
const sources = ['da cantiere', 'di recupero', 'mai usato', 'da una scuola', 'di fiera']

function member(n: number) {
  const usual = { about: '', password_hash: null, locale: 'it', is_admin: 0, erased_at: null } as const
  return {
    id: `member-${n}`,
    name: 'Prova',
    email: `m${n}@example.org`,
    email_verified_at: now,
    joined_at: now,
    ...usual,
  }
}

function search(n: number) {
  const question = questionToKeep(readSearch(new URLSearchParams({ ...where(), ...what(), ...besides(n) })), undefined)
  const rhythm = chance.happens(0.4) ? 'at_once' : 'daily'
  const facts = { name: 'Prova', feed_key: null, made_at: now, paused_at: null } as const
  return { id: `search-${n}`, member_id: `member-${Math.floor(n / each)}`, question, rhythm, ...facts } as const
}

function where(): Record<string, string> {
  if (chance.happens(0.05)) return {}
  const town = somewhere()
  const { latitude_e6, longitude_e6 } = around(town, 3)
  const [lat, lon] = [latitude_e6 / 1e6, longitude_e6 / 1e6]
  if (chance.happens(0.05))
    return { bbox: [lon - 0.1, lat - 0.1, lon + 0.2, lat + 0.1].map((at) => at.toFixed(3)).join(',') }
  return {
    near: town.name,
    lat: String(lat),
    lon: String(lon),
    radius: String(chance.pick([2, 5, 5, 10, 10, 10, 10, 25, 25, 50])),
  }
}

function what(): Record<string, string> {
  const material = chance.pick(materials)
  const kind = chance.next()
  if (kind < 0.5) return { material: chance.happens(0.7) ? material.key : chance.pick(nodesAbove(material.key)) }
  if (kind < 0.9) return { q: chance.pick(readSearchText(`${material.name.it} ${material.words.it}`).words) }
  const cut = Array.from({ length: chance.whole(1, 4) }, () => cutLine()).join('; ')
  return chance.happens(0.5) ? { cut } : { cut, material: 'wood' }
}

function cutLine() {
  return `${chance.whole(1, 12)} da ${chance.whole(200, 2000)} x ${chance.whole(60, 600)} x ${chance.whole(8, 40)}`
}

// Nobody keeps the same question twice: a count that any lot has makes it another one.
function besides(n: number): Record<string, string> {
  const by = chance.happens(0.1) ? { by: chance.pick(['three_days', 'week']) } : {}
  return { ...by, ...(n % each === 0 ? {} : { quantity: String(n % each) }) }
}

/** A town, as often as people live there. */
function somewhere() {
  let at = chance.next() * people
  return towns.find(({ population }) => (at -= population) <= 0) ?? (towns[0] as (typeof towns)[number])
}

function around({ latitude_e6, longitude_e6 }: Point, km: number): Point {
  const off = () => Math.round(((chance.next() - 0.5) * 2 * km * 1e6) / 111)
  return { latitude_e6: latitude_e6 + off(), longitude_e6: longitude_e6 + off() }
}

function parts<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 500) }, (_, at) => rows.slice(at * 500, at * 500 + 500))
}
