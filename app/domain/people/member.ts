import type { Act } from '../act.ts'

/** What stands in place of the name of someone who left. */
export const erasedName = 'Membro cancellato'

/** For those who are not signed in yet: they join, prove an address, reset a password as themselves. */
export function asThemself(memberId: string, at: string): Act {
  return { by: { id: memberId, is_admin: false, coordinates: [] }, at, via: 'web' }
}
