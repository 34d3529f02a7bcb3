import type { Grade, Unit } from '#db/schema/listings.ts'

/** A lot as a scan by hand sees it: what is in the tables, nothing from any index. */
export type ScannedLot = {
  id: string
  kind: 'offer' | 'wanted'
  state: string
  latitude: number
  longitude: number
  material: string
  words: string[]
  unit: Unit
  free: number
  length: number | null
  width: number | null
  thickness: number | null
  condition: string | null
  grade: Grade
  grams: number
  goBy: string | null
  reservedUntil: string | null
  atHub: boolean
  published: string
}

export type CutBy = { pieces: number; length: number; width: number; thickness: number | undefined }

/** What a question means, said without the words of its address. Degrees, kilometres, millimetres. */
export type Meaning = {
  words: string[]
  leastLength?: number | undefined
  leastPieces?: number | undefined
  from?: { latitude: number; longitude: number } | undefined
  radius?: number | undefined
  box?: { west: number; south: number; east: number; north: number } | undefined
  material?: string | undefined
  quantity?: number | undefined
  condition?: string | undefined
  days?: number | undefined
  weighed?: boolean | undefined
  open?: boolean | undefined
  atHub?: boolean | undefined
  cuts: CutBy[]
  tolerance: number
  sort: 'newest' | 'nearest' | 'ending' | 'best_fit'
}

/** 'edge': so near the rim of the circle that a metre decides. */
export type Verdict = 'yes' | 'no' | 'edge'

/** Does this lot answer? Written from what the questions mean, with nothing of the engine. */
export function verdict(lot: ScannedLot, asked: Meaning, now: string): Verdict {
  if (lot.kind !== 'offer' || lot.state !== 'live') return 'no'
  if (lot.goBy !== null && lot.goBy <= now) return 'no'
  if (asked.leastLength !== undefined && (lot.length ?? 0) < asked.leastLength) return 'no'
  if (asked.leastPieces !== undefined && lot.free < asked.leastPieces) return 'no'
  if (asked.quantity !== undefined && lot.free < asked.quantity) return 'no'
  if (asked.material && lot.material !== asked.material && !lot.material.startsWith(`${asked.material}.`)) return 'no'
  if (asked.condition && !isAsGood(lot.condition, asked.condition)) return 'no'
  if (asked.days !== undefined && !goesWithin(lot, asked.days, now)) return 'no'
  if (asked.weighed && lot.grade !== 'A' && lot.grade !== 'B') return 'no'
  if (asked.open && lot.reservedUntil !== null && lot.reservedUntil > now) return 'no'
  if (asked.atHub && !lot.atHub) return 'no'
  if (asked.box && !isInside(lot, asked.box)) return 'no'
  if (asked.cuts.length > 0 && fitOf(lot, asked) === undefined) return 'no'
  if (!asked.words.every((word) => saysWord(lot, word))) return 'no'
  if (!asked.from || asked.radius === undefined) return 'yes'
  const beyond = metres(lot, asked.from) - asked.radius * 1000
  if (Math.abs(beyond) <= 1) return 'edge'
  return beyond < 0 ? 'yes' : 'no'
}

/** Smaller comes first. Two lots less apart than `slack` may stand in either order. */
export function rankOf(lot: ScannedLot, asked: Meaning): { rank: number | string; slack: number } {
  if (asked.sort === 'nearest' && asked.from) return { rank: metres(lot, asked.from), slack: 1 }
  if (asked.sort === 'ending')
    return { rank: lot.goBy === null ? Number.MAX_SAFE_INTEGER : Date.parse(lot.goBy), slack: 0 }
  const newest = -Date.parse(lot.published)
  if (asked.sort !== 'best_fit') return { rank: newest, slack: 0 }
  // Published within the last hundred years: newest never outweighs a rank.
  return { rank: (fitOf(lot, asked) ?? 0) * 1e13 + newest, slack: 0 }
}

const earth = 6_371_008.8

/** Haversine on a round earth. */
export function metres(one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }) {
  const turn = Math.PI / 180
  const half = (degrees: number) => Math.sin((degrees * turn) / 2) ** 2
  const across = Math.cos(one.latitude * turn) * Math.cos(other.latitude * turn)
  const share = half(other.latitude - one.latitude) + across * half(other.longitude - one.longitude)
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(share)))
}

/** Small letters without accents; whatever is neither letter nor digit parts words. */
export function foldedWords(text: string) {
  const plain = [...text.normalize('NFD')]
    .filter((sign) => !/\p{M}/u.test(sign))
    .join('')
    .toLowerCase()
  return plain.split(/[^\p{L}\p{N}]/u).filter((word) => word !== '')
}

const vowels = 'aeiou'

/** «tavola» and «tavole», «banco» and «banchi», «board» and «boards» come to the same. */
export function root(word: string) {
  if (word.length < 4) return word
  let left = word
  if (left.length > 4 && left.endsWith('s')) {
    const withE = left.at(-2) === 'e' ? left.at(-3) : undefined
    if (withE !== undefined && !`${vowels}s`.includes(withE)) left = left.slice(0, -2)
    else if (!`${vowels}s`.includes(left.at(-2) ?? '')) left = left.slice(0, -1)
  }
  for (let taken = 0; taken < 2 && vowels.includes(left.at(-1) ?? '-'); taken++) left = left.slice(0, -1)
  return left.endsWith('ch') || left.endsWith('gh') ? left.slice(0, -1) : left
}

function saysWord(lot: ScannedLot, typed: string) {
  return lot.words.some((word) => word.startsWith(typed) || root(word) === root(typed))
}

function isAsGood(condition: string | null, least: string) {
  const best = ['new', 'good', 'worn', 'to_repair']
  return condition === null || best.indexOf(condition) <= best.indexOf(least)
}

function goesWithin({ goBy }: ScannedLot, days: number, now: string) {
  return goBy !== null && Date.parse(goBy) <= Date.parse(now) + days * 86_400_000
}

function isInside({ latitude, longitude }: ScannedLot, { west, south, east, north }: NonNullable<Meaning['box']>) {
  if (latitude < south || latitude > north) return false
  return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
}

const saw = 3

/**
 * What the free boards do for the list: 0 is best. Undefined when not one piece of one line comes out of them, or when
 * the lot is not of pieces with known sides.
 */
export function fitOf(lot: ScannedLot, { cuts, tolerance }: Pick<Meaning, 'cuts' | 'tolerance'>): number | undefined {
  const { length, width, thickness } = lot
  if (lot.unit !== 'piece' || length === null || width === null || lot.free < 1) return undefined
  const shorter = (side: number) => Math.max(1, side - tolerance)
  const lines = cuts
    .map((cut) => {
      const [l, w] = [shorter(cut.length), shorter(cut.width)]
      const t = cut.thickness === undefined ? undefined : shorter(cut.thickness)
      const rows = (board: number, piece: number) => Math.floor((board + saw) / (piece + saw))
      const thick = t === undefined || (thickness !== null && thickness >= t)
      const each = thick ? Math.max(rows(length, l) * rows(width, w), rows(length, w) * rows(width, l)) : 0
      return { pieces: cut.pieces, each, volume: l * w * (t ?? thickness ?? 1), boards: Math.ceil(cut.pieces / each) }
    })
    .filter(({ each }) => each >= 1)
    .sort((one, other) => one.boards - other.boards)
  if (lines.length === 0) return undefined
  const board = length * width * (thickness ?? 1)
  const wasted = (used: number, boards: number) => Math.max(0, 1000 - Math.floor((1000 * used) / (boards * board)))
  let [served, boards, used] = [0, 0, 0]
  for (const line of lines) {
    if (boards + line.boards > lot.free) break
    served += 1
    boards += line.boards
    used += line.pieces * line.volume
  }
  const alone = () => Math.min(...lines.map((line) => wasted(Math.min(line.each, line.pieces) * line.volume, 1)))
  return (8 - served) * 1001 + (served > 0 ? wasted(used, boards) : alone())
}
