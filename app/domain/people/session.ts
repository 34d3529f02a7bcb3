import { later } from '../instant.ts'

/** How long a session lives without being used. */
export const sessionLife = { days: 60 }

/** A session is written to at most this often: a read should not cost a write. */
export const seenEvery = { hours: 6 }

/** True when it is time to write down that the session is in use. */
export function isSeenLongAgo(seenAt: string, now: string) {
  return later(seenAt, seenEvery) < now
}

/** 'Firefox, Android' from a User-Agent: enough to tell one's own sessions apart, too little to follow anyone. */
export function deviceOf(userAgent: string) {
  const browser = browsers.find(([, sign]) => sign.test(userAgent))?.[0]
  const system = systems.find(([, sign]) => sign.test(userAgent))?.[0]
  return [browser, system].filter(Boolean).join(', ')
}

// Edge and Opera say Chrome too, and everyone says Safari: the order decides.
const browsers: [string, RegExp][] = [
  ['Edge', /Edg/],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
]

const systems: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]
