import type { RoundProblem, RoundStop, RoundVehicle } from '#app/domain/pickups/rounds/problem.ts'

/** Points of Rome and around it: the hub stands in Ostiense, stops lie within the ring road and a little beyond. */
const hub = { lat: 41.866, lon: 12.477 }
const middle = { lat: 41.9, lon: 12.49 }

/** A full day of two vans and thirty stops, as a coordinator has it: the same seed makes the same day. */
export function romanRound(seed: number, stops = 30, vans = 2): RoundProblem {
  const chance = dice(seed)
  const points = [hub, ...Array.from({ length: stops }, () => scattered(chance))]
  return {
    travel: streets(points),
    vehicles: Array.from({ length: vans }, (_, index) => van(index)),
    stops: Array.from({ length: stops }, (_, index) => stopAt(chance, index)),
    pairs: [0, 1, 2].map((pair) => ({ collect: `stop-${pair * 2}`, deliver: `stop-${pair * 2 + 1}` })),
  }
}

function van(index: number): RoundVehicle {
  return {
    id: `van-${index}`,
    startAt: 0,
    endAt: 0,
    grams: index === 0 ? 1_200_000 : 900_000,
    dm3: index === 0 ? 11_000 : 8_000,
    longestMm: index === 0 ? 4_200 : 3_000,
    from: 8 * 3600,
    to: 18 * 3600,
    lunch: { from: 12 * 3600, to: 14.5 * 3600, length: 2_700 },
  }
}

function stopAt(chance: () => number, index: number): RoundStop {
  const opens = 8 + Math.floor(chance() * 6)
  const load = { grams: 10_000 + Math.floor(chance() * 90_000), dm3: 100 + Math.floor(chance() * 800) }
  const isDelivery = index < 6 && index % 2 === 1
  return {
    id: `stop-${index}`,
    at: index + 1,
    service: 300 + Math.floor(chance() * 600),
    windows: windows(chance, opens),
    ...(isDelivery ? {} : index % 5 === 4 ? { dropOff: load } : { pickUp: load }),
    longestMm: chance() < 0.1 ? 4_000 : 2_000,
  }
}

function windows(chance: () => number, opens: number) {
  const kind = chance()
  if (kind < 0.4) return []
  if (kind < 0.55)
    return [
      { from: 8.5 * 3600, to: 12.5 * 3600 },
      { from: 15 * 3600, to: 17.5 * 3600 },
    ]
  return [{ from: opens * 3600, to: (opens + (kind < 0.8 ? 4 : 2)) * 3600 }]
}

function scattered(chance: () => number) {
  const [far, turn] = [0.11 * Math.sqrt(chance()), 2 * Math.PI * chance()]
  return { lat: middle.lat + far * Math.sin(turn), lon: middle.lon + (far * Math.cos(turn)) / 0.745 }
}

/** Streets are a third longer than the crow flies, and a van does 22 km/h on short ways, more on long ones. */
function streets(points: { lat: number; lon: number }[]) {
  const count = points.length
  const [seconds, metres] = [new Float64Array(count * count), new Float64Array(count * count)]
  for (const [i, a] of points.entries())
    for (const [j, b] of points.entries()) {
      const crow = 111_195 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * 0.745)
      metres[i * count + j] = Math.round(crow * (i < j ? 1.33 : 1.37))
      seconds[i * count + j] = Math.round(metres[i * count + j]! / (6 + 6 * Math.min(1, crow / 15_000)))
    }
  return { count, seconds, metres }
}

/** A generator of numbers from 0 to 1 that repeats itself for a seed (Marsaglia's xorshift). */
function dice(seed: number) {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}
