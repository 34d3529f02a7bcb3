import type { RoadStop, RoundPage } from '#app/http/round-page.server.ts'
import type { QueuedDeed } from '#app/ui/round-queue.ts'

/** The round as it stands for its driver: what the server knows, and what this phone has done since. */
export function withQueued<Page extends Pick<RoundPage, 'stops' | 'moves'>>(
  page: Page,
  deeds: readonly QueuedDeed[],
): Page {
  const open = deeds.filter(({ refused }) => refused === undefined)
  const loads = new Set(open.flatMap(({ fields }) => (fields['deed'] === 'hub_in' ? [] : (fields['load_id'] ?? []))))
  const failed = new Map(
    open.flatMap(({ fields }) => (fields['stop_id'] ? [[fields['stop_id'], fields['failure'] ?? '']] : [])),
  )
  const lost = page.stops.filter(({ id, kind }) => failed.has(id) && kind !== 'deliver').flatMap(claimsToDo)
  const stops = page.stops.map((stop): RoadStop => {
    const isLost =
      stop.kind === 'deliver' && stop.state === 'planned' && claimsAt(stop).some((claim) => lost.includes(claim))
    if (failed.has(stop.id) || isLost) return { ...stop, state: 'failed', failed_reason: failed.get(stop.id) ?? '' }
    const after = stop.loads.map((load) => (loads.has(load.id) ? { ...load, state: 'done' as const } : load))
    const isDone = stop.kind !== 'hub_in' && after.length > 0 && after.every(({ state }) => state !== 'planned')
    return { ...stop, loads: after, state: stop.state === 'planned' && isDone ? 'done' : stop.state }
  })
  const moves = open.flatMap(({ key, fields, grams, claim_id }) =>
    fields['deed'] === 'failed' || page.moves.some((move) => move.key === key)
      ? []
      : [
          {
            key,
            kind: fields['deed'] as 'collected',
            grams,
            grade: 'A' as const,
            claim_id,
            reason: fields['reason'] ?? '',
          },
        ],
  )
  return { ...page, stops, moves: [...page.moves, ...moves] }
}

function claimsAt({ loads }: RoadStop) {
  return loads.map(({ claim_id }) => claim_id)
}

function claimsToDo({ loads }: RoadStop) {
  return loads.filter(({ state }) => state === 'planned').map(({ claim_id }) => claim_id)
}
