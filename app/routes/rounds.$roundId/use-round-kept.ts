import type { RoadStop, RoundStanding } from '#app/http/round-page.server.ts'
import { photoUrl } from '#app/ui/photo.tsx'
import { usePageKept } from '#app/ui/use-page-kept.ts'
import { keptWidth } from './lot-photos.tsx'

/** Keeps a round that stands or is under way on the phone, with the photos of its lots, and lets go of it when it is over. */
export function useRoundKept({ round, stops }: Pick<RoundStanding, 'round' | 'stops'>) {
  const isKept = round.state === 'published' || round.state === 'in_progress'
  usePageKept(isKept, round.version, picturesOf(stops))
}

/** The small files of every lot's photos, the first stop's first. */
function picturesOf(stops: readonly RoadStop[]) {
  const hashes = stops.flatMap(({ loads }) => loads.flatMap(({ photos }) => photos.map(({ hash }) => hash)))
  return [...new Set(hashes)].map((hash) => photoUrl(hash, keptWidth)).join(' ')
}
