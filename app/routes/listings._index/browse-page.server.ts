import { cutOn } from '#app/domain/discovery/cut-layout.ts'
import { mostLines, readCutList } from '#app/domain/discovery/cut-list.ts'
import { facetsOf } from '#app/domain/discovery/facets.read.server.ts'
import { looseningsOf } from '#app/domain/discovery/loosenings.read.server.ts'
import { asLot, type LotOnCard } from '#app/domain/discovery/lot.ts'
import type { Question } from '#app/domain/discovery/lot-filter.server.ts'
import { seenAmong } from '#app/domain/discovery/marks.read.server.ts'
import { searchLots } from '#app/domain/discovery/search.read.server.ts'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { readSearchText } from '#app/domain/discovery/search-text.ts'
import { asAskedBy } from '#app/domain/discovery/searcher.read.server.ts'
import { nodeName } from '#app/domain/listings/wanted-material.ts'
import type { Visit } from '#app/http/context.server.ts'
import type { Asked } from '#app/http/search-visit.server.ts'
import { packed } from '#app/ui/packed.ts'

/** A question and all that the page says about it, packed; `away` is a sentence when a street could not be looked up. */
export async function browsePage(visit: Visit, asked: Asked, away?: string) {
  return packed(await pageOf(visit, asked, away))
}

async function pageOf(visit: Visit, asked: Asked, away: string | undefined) {
  const { db, locale, member } = visit
  const question = await asAskedBy(db, member, asked)
  const { ask, from, place, place_said, hidden } = question
  const [found, { total, ...facets }] = await Promise.all([searchLots(db, question), facetsOf(db, question)])
  const loosened = found.lots.length === 0 ? await looseningsOf(db, question) : []
  const { min_length_mm, min_quantity } = readSearchText(ask.q)
  const material = ask.material ? nodeName(ask.material, locale) : undefined
  return {
    ask,
    understood: { place, place_said: away ?? place_said, min_length_mm, min_quantity, material, cut: cutOf(ask) },
    from: from && { latitude_e6: from.latitude_e6, longitude_e6: from.longitude_e6 },
    lots: await rowsOf(visit, question, found.lots),
    counted: total,
    facets: { ...facets, leaves: facets.leaves.map((leaf) => ({ ...leaf, name: nodeName(leaf.key, locale) })) },
    sort: found.sort,
    next: found.next,
    instead: found.instead,
    loosened,
    hidden,
    is_member: member !== undefined,
  }
}

export type BrowsePage = Awaited<ReturnType<typeof pageOf>>
export type LotInList = BrowsePage['lots'][number]

type Found = Awaited<ReturnType<typeof searchLots>>['lots']

async function rowsOf({ db, locale, now, member }: Visit, { ask, from }: Question, found: Found) {
  const ids = found.map(({ id }) => id)
  const seen = member ? await seenAmong(db, member, ids) : new Set<string>()
  const { lines } = readCutList(ask.cut)
  return found.map((row) => ({
    ...lean(asLot(row, { locale, now, from }), member !== undefined),
    seen: seen.has(row.id),
    fit: row.fit && { ...row.fit, size: sizeOf(row), cut: cutOn(boardOf(row), lines, ask.tolerance) },
  }))
}

/**
 * What a row shows: a page of these is sent twice, as HTML and as data, and neither packs hashes well. A stranger's list only
 * leads to a lot: its code will do for an id.
 */
function lean({ id, code, photo, weight, distance_m, ...lot }: LotOnCard, isMember: boolean) {
  return {
    ...(isMember || code === undefined ? { id, code } : { id: code }),
    ...lot,
    photo: photo && { hash: photo.hash, alt: photo.alt },
    weight: weight && { typ: weight.typ, grade: weight.grade },
    distance_m: distance_m && Math.round(distance_m),
  }
}

type Sized = Pick<Found[number], 'piece_length_mm' | 'piece_width_mm' | 'piece_thickness_mm'>

function sizeOf({ piece_length_mm, piece_width_mm, piece_thickness_mm }: Sized) {
  return [piece_length_mm, piece_width_mm, piece_thickness_mm]
}

function boardOf({ piece_length_mm, piece_width_mm, piece_thickness_mm }: Sized) {
  return { length_mm: piece_length_mm ?? 0, width_mm: piece_width_mm ?? 0, thickness_mm: piece_thickness_mm }
}

/** What was understood of the cut list, and why not all of it; undefined when there is none. */
function cutOf({ cut }: SearchAsk) {
  if (cut === '') return undefined
  const { lines, unread } = readCutList(cut)
  const typed = cut.split(/[\n;]+/).filter((line) => line.trim() !== '').length
  if (unread.length > 0) {
    return { lines, problem: `browse.cut.unread?${new URLSearchParams({ typed: unread.join('», «') })}` }
  }
  return { lines, problem: typed > mostLines ? `browse.cut.many?most=${mostLines}` : undefined }
}
