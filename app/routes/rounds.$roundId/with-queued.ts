import { readQuantity } from '#app/domain/listings/quantity.ts'
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
  const lost = new Set(page.stops.filter(({ id, kind }) => failed.has(id) && kind !== 'deliver').flatMap(claimsToDo))
  const stops = page.stops.map((stop): RoadStop => {
    if (failed.has(stop.id)) return { ...stop, state: 'failed', failed_reason: failed.get(stop.id) ?? '' }
    const after = stop.loads.map((load) => {
      if (loads.has(load.id)) return { ...load, state: 'done' as const }
      const isLost = load.kind === 'deliver' && load.state === 'planned' && lost.has(load.claim_id)
      return isLost ? { ...load, state: 'failed' as const } : load
    })
    if (stop.state === 'planned' && after.length > 0 && after.every(({ state }) => state === 'failed'))
      return { ...stop, loads: after, state: 'failed', failed_reason: '' }
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
            quantity: quantityOf(page.stops, fields),
            grade: 'A' as const,
            claim_id,
            reason: fields['reason'] ?? '',
          },
        ],
  )
  return { ...page, stops, moves: [...page.moves, ...moves] }
}

function quantityOf(stops: readonly RoadStop[], fields: QueuedDeed['fields']) {
  const load = stops.flatMap(({ loads }) => loads).find(({ id }) => id === fields['load_id'])
  if (!load) return 0
  const read = readQuantity(fields['quantity'] ?? '', load.unit)
  return read.problem ? load.quantity : read.value
}

function claimsToDo({ loads }: RoadStop) {
  return loads.filter(({ state }) => state === 'planned').map(({ claim_id }) => claim_id)
}
