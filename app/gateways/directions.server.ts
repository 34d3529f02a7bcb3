import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Travel } from '#app/domain/pickups/rounds/problem.ts'
import type { Point } from '#app/domain/places/point.ts'
import { crowTravel } from '#app/domain/rounds/travel.ts'
import { log } from './log.server.ts'

const patience = 4_000
/** What OSRM answers at most unless told otherwise: `--max-table-size`. */
const mostPoints = 100

export type Directions = Travel & { by: 'road' | 'crow' }

const known = new LRUCache<string, Directions>({ max: 200, ttl: 6 * 3600_000 })

/**
 * Metres and seconds by road between all points, from the OSRM server that DIRECTIONS_URL names; as the crow flies with a
 * detour where there is none, where it does not answer, or where there are more than a hundred points.
 */
export async function directionsBetween(points: readonly Point[]): Promise<Directions> {
  const key = points.map(({ latitude_e6, longitude_e6 }) => `${latitude_e6},${longitude_e6}`).join(';')
  const earlier = known.get(key)
  if (earlier) return earlier
  const url = base()
  const byRoad = url && points.length <= mostPoints ? await askTable(url, points) : undefined
  if (!byRoad) return { ...crowTravel(points), by: 'crow' }
  known.set(key, byRoad)
  return byRoad
}

const row = z.array(z.number().nonnegative().nullable())
const Table = z.object({ durations: z.array(row), distances: z.array(row) })

async function askTable(url: URL, points: readonly Point[]): Promise<Directions | undefined> {
  const spots = points.map(({ latitude_e6, longitude_e6 }) => `${longitude_e6 / 1e6},${latitude_e6 / 1e6}`).join(';')
  const asked = new URL(`${url.pathname.replace(/\/+$/, '')}/table/v1/driving/${spots}`, url)
  asked.search = 'annotations=duration,distance'
  try {
    const response = await fetch(asked, { signal: AbortSignal.timeout(patience) })
    const answer = Table.safeParse(await response.json())
    if (!response.ok || !answer.success) return noAnswer(`status ${response.status}`)
    return flat(answer.data, points)
  } catch (error) {
    // Only its name: the message may quote the places asked for.
    return noAnswer(error instanceof Error ? error.name : 'unknown')
  }
}

/** A pair that no road joins is reckoned as the crow flies. */
function flat({ durations, distances }: z.infer<typeof Table>, points: readonly Point[]): Directions | undefined {
  const { count, seconds, metres } = crowTravel(points)
  if (durations.length !== count || distances.length !== count) return noAnswer('another number of points')
  durations.forEach((line, i) => {
    line.forEach((value, j) => {
      const [time, way] = [value, distances[i]?.[j]]
      if (time === null || way === null || way === undefined) return
      seconds[i * count + j] = time
      metres[i * count + j] = way
    })
  })
  return { count, seconds, metres, by: 'road' }
}

function noAnswer(problem: string) {
  log.warn({ directions: base()?.host, problem }, 'the road server gave no answer')
  return undefined
}

function base(): URL | undefined {
  const url = process.env['DIRECTIONS_URL'] ?? ''
  return /^https?:/.test(url) && URL.canParse(url) ? new URL(url) : undefined
}
