import { startTransition, useEffect, useState } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchQuery } from '#app/domain/discovery/search-href.ts'
import { viewOf } from './map-look.ts'
import type { LotsInView } from './map-seen.ts'

const restless = 120

/** The lots in view: one request when the map has come to rest, cancelled when it moves on. */
export function useLotsSeen(search: SearchAsk) {
  const map = useMap()
  const [view, setView] = useState(() => viewOf(map))
  const [seen, setSeen] = useState<LotsInView>()
  const [failed, setFailed] = useState(false)
  const look = () => setView(viewOf(map))
  // After a zoom every mark stands elsewhere and must be drawn at once; after a drag the hand comes first.
  useMapEvents({ zoomend: look, moveend: () => startTransition(look) })
  const question = searchQuery(search, { sort: undefined })
  const address = `/map/lots.json?${question ? `${question}&` : ''}view=${view}&zoom=${map.getZoom()}`
  // Where the map was moved to lives in Leaflet; the request follows it.
  useEffect(() => {
    const request = new AbortController()
    const { signal } = request
    const show = (found: LotsInView | undefined) => {
      if (signal.aborted) return
      setFailed(!found)
      if (found) startTransition(() => setSeen(found))
    }
    const timer = setTimeout(() => {
      lotsAt(address, signal).then(show, () => show(undefined))
    }, restless)
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [address])
  return { seen, failed }
}

async function lotsAt(address: string, signal: AbortSignal): Promise<LotsInView | undefined> {
  const reply = await fetch(address, { signal })
  return reply.ok ? ((await reply.json()) as LotsInView) : undefined
}
