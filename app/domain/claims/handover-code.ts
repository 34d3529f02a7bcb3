/** Without 0, O, 1, I and L: the code is read aloud across a noisy courtyard. */
export const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const codeLength = 6

/** Wrong codes that are listened to, on the server and on a phone without a network, until its holder makes a new one. */
export const mostWrongTries = 10

/** What was typed, as a code is kept: capitals, no spaces, no dashes. */
export function normalisedCode(typed: string) {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** A hub's driver stands at the donor's door for whoever takes: then the donor holds a code too. */
export function isFetchedByHub(claim: { claim_hub_id: string | null; delivery_place_id: string | null }) {
  return claim.claim_hub_id !== null || claim.delivery_place_id !== null
}
