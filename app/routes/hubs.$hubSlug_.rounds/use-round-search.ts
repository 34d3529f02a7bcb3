import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import type { RoundOutcome } from '#app/domain/pickups/rounds/outcome.ts'
import { usePolled } from '#app/ui/use-polled.ts'
import type { DayView } from './day-view.server.ts'

type Begun = { id: string } | { refused: 'nothing' | 'too-many-plannings' | 'too-large' }

export type Progress = {
  state: 'searching' | 'ended' | 'stopped' | 'failed'
  outcome: RoundOutcome | null
  planned: number
  left_out: number
  milliseconds: number
}

const isOver = ({ state }: Progress) => state !== 'searching'

/** A search for the rounds of the day: begun, watched while it improves, and kept or dropped. */
export function useRoundSearch({ hub, day, seen }: Pick<DayView, 'hub' | 'day' | 'seen'>) {
  const starter = useFetcher<Begun>()
  const ender = useFetcher()
  const [dropped, setDropped] = useState<string>()
  const base = `/hubs/${hub.slug}/rounds/searches`
  const begun = starter.data
  // Once kept, the day has other versions: what was found belongs to the day before that.
  const [began, setBegan] = useState<string>()
  const id = begun && 'id' in begun && began === seen && begun.id !== dropped ? begun.id : undefined
  const progress = usePolled<Progress>(id && `${base}/${id}.json`, isOver)
  return {
    refused: begun && 'refused' in begun && began === seen ? begun.refused : undefined,
    isStarting: starter.state !== 'idle',
    id,
    progress,
    start: () => {
      setBegan(seen)
      starter.submit({ day, seen, watched: '1' }, { method: 'post', action: base })
    },
    stop: () => ender.submit({}, { method: 'post', action: `${base}/${id}/end` }),
    drop: () => {
      ender.submit({}, { method: 'post', action: `${base}/${id}/end` })
      setDropped(id)
    },
  }
}

export type RoundSearch = ReturnType<typeof useRoundSearch>
