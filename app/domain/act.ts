/** Who acts, with what they may do: read once per request, passed by hand. */
export type Member = { id: string; is_admin: boolean; coordinates: readonly string[] }

/** Who does a thing, when, and through which door. Every command takes one. */
export type Act = { by: Member; at: string; via: 'web' | 'api' | 'job' | 'script' }

/** True for an admin or anyone who coordinates a hub. */
export function isStaff(member: Member) {
  return member.is_admin || member.coordinates.length > 0
}

/** True for those who look after lots of this hub; a lot without a hub is everybody's concern. */
export function coordinates(member: Member, hubId: string | null) {
  return member.is_admin || (hubId === null ? member.coordinates.length > 0 : member.coordinates.includes(hubId))
}
