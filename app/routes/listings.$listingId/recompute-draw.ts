import type { RevealedDraw } from '#app/domain/discovery/draw.read.server.ts'
import { ticketText } from '#app/domain/listings/draw.ts'

type Published = Pick<RevealedDraw, 'seed' | 'public_data' | 'entries'> & { commitment: string }

/** True when the seed is the one promised, and drawing again gives every request the ticket and the place it was given. */
export async function recomputeDraw({ commitment, seed, public_data, entries }: Published) {
  if ((await sha256(seed)) !== commitment) return false
  const [, requests = ''] = public_data.split('|')
  const ids = requests.split(',').map((request) => request.split(':')[0] ?? '')
  const tickets = await Promise.all(
    ids.map(async (claim_id) => ({ claim_id, ticket: await sha256(ticketText(seed, public_data, claim_id)) })),
  )
  tickets.sort((one, other) => (one.ticket < other.ticket ? -1 : 1))
  const given = entries.toSorted((one, other) => one.place_drawn - other.place_drawn)
  return (
    tickets.length === given.length &&
    tickets.every(({ claim_id, ticket }, index) => {
      const entry = given[index]
      return entry?.claim_id === claim_id && entry.ticket === ticket && entry.place_drawn === index + 1
    })
  )
}

async function sha256(text: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
