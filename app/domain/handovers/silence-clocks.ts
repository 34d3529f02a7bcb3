import type { HandoverRow } from '#db/schema/handovers.ts'
import type { Clock } from '../clocks/clock.ts'
import { later } from '../instant.ts'

/** When the other side is reminded that they may object, and when their silence counts. */
export function silenceClocks({ id, object_by }: Pick<HandoverRow, 'id' | 'object_by'>): Clock[] {
  if (object_by === null) return []
  return [
    { kind: 'remind-handover', subject_id: id, due_at: later(object_by, { days: -1 }) },
    { kind: 'settle-handover', subject_id: id, due_at: object_by },
  ]
}
