import { useSyncExternalStore } from 'react'
import { type QueuedDeed, readQueue, watchQueue } from './round-queue.ts'

const empty: { deeds: readonly QueuedDeed[]; isLoaded: boolean; isSending: boolean } = {
  deeds: [],
  isLoaded: false,
  isSending: false,
}

/** What this phone has done on a round and not yet sent, as it changes. */
export function useRoundQueue(roundId: string) {
  const queue = useSyncExternalStore(watchQueue, readQueue, () => empty)
  return { ...queue, deeds: queue.deeds.filter(({ round_id }) => round_id === roundId) }
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
