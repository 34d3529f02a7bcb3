export type PrivateDetail = 'phone' | 'email' | 'address'

/** What a text seems to give away. A warning, not a wall: it prefers to miss a phone number than to stop every measure. */
export function privateDetailsIn(text: string): PrivateDetail[] {
  return [hasPhone(text) && 'phone', hasEmail(text) && 'email', hasAddress(text) && 'address'].filter(
    (each): each is PrivateDetail => each !== false,
  )
}

const digitWords: Record<string, string> = {
  ...{ zero: '0', uno: '1', due: '2', tre: '3', quattro: '4', cinque: '5', sei: '6', sette: '7', otto: '8', nove: '9' },
  ...{ one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
}

const dates = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d(?!\d)/g
const hours = /(?<!\d)(?:[01]?\d|2[0-3])[.:][0-5]\d\s*[-–]\s*(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\d)/g
const numbered = /(?:\+|\b)\d(?:[\s./()-]{0,3}\d){7,16}(?!\d)/g
const unit = /^\s*(?:mm|cm|dm|m|m²|mq|kg|g|l|€|euro|pz|pezzi|tavole|pieces|boards)\b/i
const taxNumber = /(?:p(?:artita|\.)?\s*iva|vat|c\.?\s?f\.?)\W{0,3}(?:it\s?)?$/i

function hasPhone(text: string) {
  const spelled = text
    .replace(/\p{L}+/gu, (word) => digitWords[word.toLowerCase()] ?? word)
    .replace(dates, ' ; ')
    .replace(hours, ' ; ')
  return [...spelled.matchAll(numbered)].some(({ 0: found, index }) => {
    const [before, after] = [spelled.slice(Math.max(0, index - 20), index), spelled.slice(index + found.length)]
    return !unit.test(after) && !taxNumber.test(before) && isPhone(found)
  })
}

/** Mobiles are nine or ten digits from 31 to 39, landlines nine to eleven from 0; abroad and at home a + says it all. */
function isPhone(found: string) {
  if (/^(?:\+|00\s?39)/.test(found)) return true
  const groups = joined(found.match(/\d+/g) ?? [])
  const [first = ''] = groups
  const { length } = groups.join('')
  if (/^3[1-9]/.test(first)) return first.length >= 9 ? length <= 10 : first.length === 3 && length === 10
  const isPostcodes = groups.every((group) => group.length === 5)
  return /^0[1-9]/.test(first) && length >= 9 && length <= 11 && !isPostcodes
}

/** Digits said one by one are one group: 3 3 8 45 → 338 45. */
function joined(groups: readonly string[]) {
  const alone = groups.findIndex((group) => group.length > 1)
  const single = alone < 0 ? groups : groups.slice(0, alone)
  return single.length > 1 ? [single.join(''), ...groups.slice(single.length)] : [...groups]
}

const plainEmail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i
const coyEmail =
  /[\w.+-]+\s*(?:\(at\)|\[at\]|\bchiocciola\b)\s*[\w-]+\s*(?:\.|\(dot\)|\[dot\]|\bpunto\b|\bdot\b)\s*[a-z]{2,}/i

function hasEmail(text: string) {
  return plainEmail.test(text) || coyEmail.test(text)
}

const word = "[\\p{L}'’.]+"
const months = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre'
const door = '(?:\\s*,\\s*|\\s+)(?:n\\.?|n°|nr\\.?|numero|civico)?\\s*(\\d{1,4})(?![\\d.,:]\\d|\\d)'
const name = `(?:(?:\\d{1,2}\\s+(?:${months}))|(?:${word}(?:\\s+${word}){0,4}?))`
const surely = new RegExp(
  `(?<before>\\p{L}+\\s+)?(?<![\\p{L}])(?:via|viale|v\\.le|vicolo|piazza|p\\.?zza|piazzale|p\\.le|piazzetta|lungotevere|circonvallazione)\\s+(?<name>${name})${door}`,
  'giu',
)
/** Ordinary words too, so the name after them must be written as one. */
const perhaps = new RegExp(
  `(?<![\\p{L}])(?:[Cc]orso|[Ll]argo|[Ss]trada|[Ss]alita|[Cc]ontrada)\\s+(?:d\\p{Ll}+['’]?\\s*)?\\p{Lu}\\p{L}+(?:\\s+${word}){0,3}?${door}`,
  'gu',
)
const away = /^(?:port|butt|vad|va|and|vien|ven|tir|lev|mand|dar|dat|d[aà]|spar)\p{L}*\s+$/iu
const notStreets =
  /^(?:le|i|gli|lo|un|una|uno|alle|alla|dalle|dopo|prima|tutt[oaie]|libera|subito|entro|per|con|mail|e-?mail|sms|messaggio|whatsapp|anche|circa)\b/iu

function hasAddress(text: string) {
  const sure = [...text.matchAll(surely)].some(({ 0: found, index, groups }) => {
    const after = text.slice(index + found.length)
    return !unit.test(after) && !away.test(groups?.['before'] ?? '') && !notStreets.test(groups?.['name'] ?? '')
  })
  return sure || [...text.matchAll(perhaps)].some(({ 0: found, index }) => !unit.test(text.slice(index + found.length)))
}
