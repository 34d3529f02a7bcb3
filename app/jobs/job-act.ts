import type { Act } from '#app/domain/act.ts'

/** The clock acting: it may do what a coordinator may, and events name nobody for it. */
export function byTheClock(at: string): Act {
  return { by: { id: 'clock', is_admin: true, coordinates: [] }, at, via: 'job' }
}
