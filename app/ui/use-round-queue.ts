import { useSyncExternalStore } from 'react'
import { nothing, type QueuedDeed, readQueue, watchQueue } from './round-queue.ts'

/** What this phone has done on a round and not yet sent, as it changes. */
export function useRoundQueue(roundId: string) {
  const queue = useSyncExternalStore(watchQueue, readQueue, () => nothing)
  const here = ({ round_id }: QueuedDeed) => round_id === roundId
  return { ...queue, deeds: queue.deeds.filter(here), sent: queue.sent.filter(here) }
}

/** Whether this phone has a network, as far as it knows. */
export function useIsOnline() {
  return useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  )
}

function watchNetwork(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
