import { BoardMap } from './board-map.tsx'
import type { BoardPage } from './board-page.server.ts'
import { DayRounds } from './day-rounds.tsx'
import { DayStops } from './day-stops.tsx'

/** The chosen day, said and drawn. */
export function Today(page: BoardPage) {
  return (
    <div className="halves">
      <div className="stack stack--l">
        <DayRounds {...page} />
        <DayStops trips={page.trips} />
      </div>
      <BoardMap {...page} />
    </div>
  )
}
