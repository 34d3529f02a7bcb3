import { type SkewedChance, skewedChance } from '#scripts/bench/corpus-chance.ts'
import { type CutBy, foldedWords, type Meaning, root, type ScannedLot } from './search-by-hand.ts'
import type { Look } from './search-map-by-hand.ts'

/** A question twice: as its address says it, and what that means; and a look at the map while asking. */
export type Asked = { query: Record<string, string>; meaning: Meaning; look: Look }

export const fields = [
  'text',
  'radius',
  'bbox',
  'material',
  'quantity',
  'condition',
  'by',
  'weighed',
  'open',
  'at_hub',
  'cut',
  'sort',
] as const
export type Field = (typeof fields)[number]

/** Random questions about these lots; of each field about a third. The same seed asks the same. */
export function* questions(lots: readonly ScannedLot[], seed: number, asking: readonly Field[] = fields) {
  const chance = skewedChance(seed)
  for (;;) {
    const about = chance.pick(lots)
    const meaning: Meaning = { words: [], cuts: [], tolerance: 0, sort: 'newest' }
    const asked: Asked = { query: {}, meaning, look: lookAt(about, chance) }
    for (const field of asking) if (chance.happens(usual[field])) askers[field](asked, about, chance)
    if (!asked.query['sort']) asked.meaning.sort = sortOfItself(asked)
    yield asked
  }
}

const usual: Record<Field, number> = {
  text: 0.5,
  radius: 0.4,
  bbox: 0.2,
  material: 0.35,
  quantity: 0.15,
  condition: 0.2,
  by: 0.12,
  weighed: 0.12,
  open: 0.15,
  at_hub: 0.06,
  cut: 0.25,
  sort: 0.7,
}

const askers: Record<Field, (asked: Asked, about: ScannedLot, chance: SkewedChance) => void> = {
  text: askText,
  radius: askRadius,
  bbox: askBox,
  cut: askCut,
  sort: askSort,
  material({ query, meaning }, about, chance) {
    const parts = (about.material || 'wood').split('.')
    query['material'] = meaning.material = parts.slice(0, chance.whole(1, parts.length)).join('.')
  },
  quantity({ query, meaning }, _, chance) {
    meaning.quantity = chance.skewed([2, 5, 8, 20, 100, 3000, 2_000_000])
    query['quantity'] = String(meaning.quantity)
  },
  condition({ query, meaning }, _, chance) {
    query['condition'] = meaning.condition = chance.pick(['new', 'good', 'worn', 'to_repair'])
  },
  by({ query, meaning }, _, chance) {
    query['by'] = chance.pick(['today', 'three_days', 'week'])
    meaning.days = { today: 1, three_days: 3, week: 7 }[query['by']] ?? 0
  },
  weighed({ query, meaning }) {
    query['weighed'] = '1'
    meaning.weighed = true
  },
  open({ query, meaning }) {
    query['open'] = '1'
    meaning.open = true
  },
  at_hub({ query, meaning }) {
    query['at_hub'] = '1'
    meaning.atHub = true
  },
}

function askText({ query, meaning }: Asked, about: ScannedLot, chance: SkewedChance) {
  // What only a closed lot says nobody says any more, and would be read as its neighbour.
  const said = about.state === 'live' ? about.words : []
  const known = said.filter((word) => /^\p{L}{3,}$/u.test(word) && !fillers.includes(word))
  const typed: string[] = []
  for (let at = chance.whole(0, 3); at > 0 && known.length > 0; at--) {
    const said = chance.happens(0.03) ? 'zzyxqwk' : spoken(chance.pick(known), chance)
    if (said === 'zzyxqwk') query['exact'] = '1'
    // A word inflected into a filler would be dropped, one that nobody says be read as its neighbour: not asked here.
    const [folded = ''] = foldedWords(said)
    if (fillers.includes(folded)) continue
    meaning.words.push(folded)
    typed.push(chance.happens(0.15) ? `${chance.pick(fillers)} ${said}` : said)
  }
  if (typed.length > 0 && chance.happens(0.08)) {
    meaning.leastPieces = chance.whole(2, 30)
    typed[0] = `${meaning.leastPieces} ${typed[0]?.replace(/[«»]/g, '')}`
  }
  if (chance.happens(0.08)) {
    meaning.leastLength = chance.whole(6, 25) * 100
    typed.push(chance.pick([`almeno ${meaning.leastLength} mm`, `at least ${meaning.leastLength / 10} cm`]))
  }
  query['q'] = typed.join(chance.pick([' ', '  ', ', ']))
}

const fillers = [
  'di',
  'da',
  'in',
  'del',
  'della',
  'dei',
  'e',
  'of',
  'and',
  'the',
  'per',
  'con',
  'almeno',
  'lunghe',
  'lunghi',
  'lungo',
  'lunga',
  'at',
  'least',
  'long',
]

/** A word as people type it: begun, in the plural, with an accent too many, in capitals, between signs. */
function spoken(word: string, chance: SkewedChance) {
  const way = chance.whole(0, 6)
  if (way === 0) return word.slice(0, chance.whole(3, word.length))
  if (way === 1) return another(word, chance)
  if (way === 2) return word.replace(/[aeou]/, (vowel) => `${vowel}\u0300`)
  if (way === 3) return word.toUpperCase()
  if (way === 4) return `«${word}»`
  return word
}

/** Another form of the same root: only such a word may be asked, or the spelling would be mended. */
function another(word: string, chance: SkewedChance) {
  const forms = [`${word}s`, ...[...'aeio'].map((vowel) => word.replace(/[aeiou]$/, vowel))]
  return chance.pick(forms.filter((form) => root(form) === root(word)).concat(word))
}

function askRadius({ query, meaning }: Asked, about: ScannedLot, chance: SkewedChance) {
  const scattered = (degrees: number) => Math.round((degrees + chance.bell() * 0.05) * 1e6) / 1e6
  const isAt = chance.happens(0.15)
  const latitude = isAt ? about.latitude : Math.max(-90, Math.min(90, scattered(about.latitude)))
  const longitude = isAt ? about.longitude : Math.max(-180, Math.min(180, scattered(about.longitude)))
  meaning.from = { latitude, longitude }
  Object.assign(query, { lat: String(latitude), lon: String(longitude) })
  if (!chance.happens(0.8)) return
  meaning.radius = chance.skewed([10, 5, 2, 25, 50, 1, 100, 500])
  query['radius'] = String(meaning.radius)
}

/** As wide as a desk's map, eight cells, somewhere around the lot. */
function lookAt(about: ScannedLot, chance: SkewedChance): Look {
  const zoom = chance.whole(3, 18)
  return { ...boxAround(about, 720 / 2 ** zoom, chance), zoom }
}

function askBox({ query, meaning }: Asked, about: ScannedLot, chance: SkewedChance) {
  const { west, south, east, north } = boxAround(about, 10 ** (chance.next() * 3 - 2), chance)
  meaning.box = { west, south, east, north }
  query['bbox'] = [west, south, east, north].map((side) => side.toFixed(4)).join(',')
}

// Half a thousandth: no lot lies on an edge.
function boxAround(about: ScannedLot, half: number, chance: SkewedChance) {
  const degrees = (at: number) => Math.round(at * 1000) / 1000 + 0.0005
  const around = (at: number) => (at > 180 ? at - 360 : at < -180 ? at + 360 : at)
  const middle = Math.max(-179, Math.min(179, about.longitude + chance.bell() * half * 0.5))
  return {
    west: degrees(around(middle - half)),
    south: degrees(Math.max(-84, about.latitude - half * 0.7)),
    east: degrees(around(middle + half)),
    north: degrees(Math.min(89, about.latitude + half * 0.7)),
  }
}

function askCut({ query, meaning }: Asked, about: ScannedLot, chance: SkewedChance) {
  const lines = Array.from({ length: chance.skewed([1, 2, 3, 4, 8], 1.5) }, (): { cut: CutBy; typed: string } => {
    const [long, wide] = [about.length ?? 1200, about.width ?? 200]
    const share = () => chance.pick([0.25, 0.3, 0.5, 0.8, 1, 1, 1.02])
    const [length, width] = [Math.ceil(long * share()), Math.ceil(wide * share())]
    const thickness = chance.happens(0.5) ? chance.pick([about.thickness ?? 18, 12, 18, 27]) : undefined
    const cut = { pieces: chance.skewed([1, 2, 4, 8, 20, 100], 1.5), length, width, thickness }
    return { cut, typed: cutTyped(cut, chance) }
  })
  meaning.cuts = lines.map(({ cut }) => cut)
  query['cut'] = lines.map(({ typed }) => typed).join(';')
  if (!chance.happens(0.5)) return
  meaning.tolerance = chance.whole(1, 50)
  query['tolerance'] = String(meaning.tolerance)
}

function cutTyped({ pieces, length, width, thickness }: CutBy, chance: SkewedChance) {
  const sides = thickness === undefined ? [length, width] : [length, width, thickness]
  if (thickness !== undefined && chance.happens(0.5)) return `${pieces}x${sides.join('x')}`
  return chance.pick([`${pieces} da ${sides.join(' × ')}`, `${pieces} pz ${sides.join('x')}`])
}

function askSort({ query, meaning }: Asked, _: ScannedLot, chance: SkewedChance) {
  const possible = ['newest', 'ending', ...(meaning.from ? ['nearest'] : []), ...(query['cut'] ? ['best_fit'] : [])]
  query['sort'] = chance.pick(possible)
  meaning.sort = query['sort'] as Meaning['sort']
}

function sortOfItself({ query, meaning }: Asked): Meaning['sort'] {
  if (query['cut']) return 'best_fit'
  return meaning.from ? 'nearest' : 'newest'
}
