import { dayInRome } from '#app/domain/instant.ts'
import { type Closure, daysLater, type HoursGroup, type Opening, type Span, short } from '#app/domain/places/opening.ts'
import type { Translator } from './create-translator.ts'

/** A usual week as it stands on a door: «mar–sab 9–19», «lun e mer 9–13, 15–18». One line for each kind of day. */
export function hoursWords(spoken: Translator, groups: readonly HoursGroup[]) {
  const byHours = new Map<string, string[]>()
  for (const { from, to, spans } of groups) {
    const hours = spans.map((span) => spanWords(spoken, span)).join(', ')
    byHours.set(hours, [...(byHours.get(hours) ?? []), daysWords(spoken, from, to)])
  }
  return [...byHours].map(([hours, days]) => `${days.join(', ')} ${hours}`)
}

/** «9–19», «15:30–19»; «9 am–7 pm» in English. */
export function spanWords({ locale }: Translator, { from_time, to_time }: Span) {
  const say = locale === 'it' ? short : twelveHours
  return `${say(from_time)}–${say(to_time)}`
}

/** «Aperta adesso, chiude alle 19.», «Chiusa adesso, apre mar 25, 9:00.» */
export function openingWords(spoken: Translator, opening: Opening, now: string) {
  const { t } = spoken
  if (opening.is_open) return t('hubs.openNow', { at: clockWords(spoken, opening.until, now) })
  if (opening.opens_at === undefined) return t('hubs.closedLong')
  const at = clockWords(spoken, opening.opens_at, now)
  return opening.closure ? t('hubs.closedFor', { reason: opening.closure.reason, at }) : t('hubs.closedNow', { at })
}

/** «ven 25 dicembre», «da lun 21 dicembre a sab 2 gennaio». */
export function closureWords({ t, format }: Translator, { from_day, to_day }: Closure) {
  return from_day === to_day
    ? t('hubRooms.closures.day', { from: format.day(from_day) })
    : t('hubRooms.closures.span', { from: format.day(from_day), to: format.day(to_day) })
}

function daysWords({ t }: Translator, from: HoursGroup['from'], to: HoursGroup['to']) {
  const day = (name: HoursGroup['from']) => t(`claims.weekdays.${name}`)
  return from === to ? day(from) : `${day(from)}–${day(to)}`
}

function clockWords({ locale, format }: Translator, instant: string, now: string) {
  const [today, day] = [dayInRome(now), dayInRome(instant)]
  const time = format.time(instant)
  const hour =
    locale === 'it'
      ? `${time.startsWith('1:') ? 'all’' : 'alle '}${time.replace(':00', '')}`
      : `at ${time.replace(':00', '')}`
  if (day === today) return hour
  if (day === daysLater(today, 1)) return `${locale === 'it' ? 'domani' : 'tomorrow'} ${hour}`
  return `${format.day(instant)} ${hour}`
}

function twelveHours(time: string) {
  const hour = Number(time.slice(0, 2))
  return `${short(`${String(hour % 12 || 12).padStart(2, '0')}${time.slice(2)}`)}\u00a0${hour < 12 ? 'am' : 'pm'}`
}
