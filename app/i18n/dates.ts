import type { Locale } from './locale.ts'
import { timeZone } from './locale.ts'

type When = string | Date

export type Dates = {
  /** «mer 25 novembre»; the year only when asked for. */
  day: (when: When, options?: { year?: boolean }) => string
  /** «mercoledì 25 novembre»: for a heading. */
  wholeDay: (when: When) => string
  /** «mer 25»: for tags and states. */
  shortDay: (when: When) => string
  month: (when: When) => string
  time: (when: When) => string
  dateTime: (when: When) => string
  /** «oggi entro le 18», «entro domani», «entro gio 26», «entro il 12 dic». */
  due: (when: When, now?: When) => string
}

type Parts = Record<'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute', string>

const dayLength = 86_400_000
const mostRemembered = 1000

/** Joined by hand from parts: browsers and Node disagree about commas, and a page must read the same from both. */
export function createDates(locale: Locale): Dates {
  const language = locale === 'it' ? 'it-IT' : 'en-GB'
  const long = reader(language, 'long')
  const short = reader(language, 'short')

  const time = (when: When) => clock(locale, long(when), false)
  const day: Dates['day'] = (when, { year = false } = {}) => {
    const parts = long(when)
    return `${parts.weekday} ${parts.day} ${parts.month}${year ? ` ${parts.year}` : ''}`
  }
  const shortDay = (when: When) => `${short(when).weekday} ${short(when).day}`
  const weekday = new Intl.DateTimeFormat(language, { timeZone, weekday: 'long' })
  const wholeDay = (when: When) => `${weekday.format(asDate(when))} ${long(when).day} ${long(when).month}`
  const dayAndMonth = (when: When) => `${short(when).day} ${short(when).month}`

  function due(when: When, now: When = new Date()) {
    const days = romeDay(when) - romeDay(now)
    const hour = clock(locale, long(when), true)
    if (locale === 'it') {
      if (days === 0) return `oggi entro ${hour}`
      if (days === 1) return 'entro domani'
      return days > 1 && days < 7 ? `entro ${shortDay(when)}` : `entro ${article(short(when).day)}${dayAndMonth(when)}`
    }
    if (days === 0) return `today by ${hour}`
    if (days === 1) return 'by tomorrow'
    return `by ${days > 1 && days < 7 ? shortDay(when) : dayAndMonth(when)}`
  }

  return {
    day,
    wholeDay,
    shortDay,
    time,
    due,
    month: (when) => `${long(when).month} ${long(when).year}`,
    dateTime: (when) => `${day(when)}, ${time(when)}`,
  }
}

function reader(language: string, month: 'long' | 'short') {
  const dates = new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month,
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return remembered(
    (at) => Object.fromEntries(dates.formatToParts(at).map(({ type, value }) => [type, value])) as Parts,
  )
}

/** What Intl said of each minute: it is slow, and a list says the same few dates over and over. Nothing here is finer than a minute. */
function remembered<Said>(say: (at: Date) => Said): (when: When) => Said {
  const known = new Map<number, Said>()
  return (when) => {
    const at = asDate(when)
    const minute = Math.floor(at.getTime() / 60_000)
    const before = known.get(minute)
    if (before !== undefined) return before
    if (known.size >= mostRemembered) known.clear()
    const said = say(at)
    known.set(minute, said)
    return said
  }
}

function clock(locale: Locale, { hour, minute }: Parts, spoken: boolean) {
  const bare = spoken && minute === '00'
  if (locale === 'it') return `${spoken ? hourArticle(Number(hour)) : ''}${Number(hour)}${bare ? '' : `:${minute}`}`
  const twelve = Number(hour) % 12 || 12
  return `${twelve}${bare ? '' : `:${minute}`}\u00a0${Number(hour) < 12 ? 'am' : 'pm'}`
}

const hourArticle = (hour: number) => (hour === 1 ? 'l’' : 'le ')
const article = (day: string) => (['8', '11'].includes(day) ? 'l’' : 'il ')

/** A day by itself ('2026-11-25') is noon there, so that no time zone can move it. */
const asDate = (when: When) =>
  typeof when === 'string' ? new Date(when.length === 10 ? `${when}T12:00:00Z` : when) : when

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
const romeDay = remembered((at) => Date.parse(calendar.format(at)) / dayLength)
