import { fromBase64, type Holder, inBytes, type Proof, readGiven, toBase64 } from './handover-proof.ts'

/**
 * What a phone without a network may hold of a claim: enough to tell a right code from a wrong one, never the code. The
 * camera's 128 bits are checked as surely as the server does; six characters only as long as nobody tries them all.
 */
export type Verifier = {
  claim_id: string
  /** Whose code it tells. */
  holder: Holder
  /** SHA-256 of the tag as it is written, base64url. */
  scanned: string
  /** PBKDF2-HMAC-SHA-256 of the six characters, 256 bits; salt and digest base64url. */
  typed: { salt: string; iterations: number; digest: string }
}

/** 30 ms on a laptop, less than half a second on a phone that has no instructions for SHA-256. */
export const iterations = 200_000

export async function verifierFor(
  claimId: string,
  holder: Holder,
  { code, tag }: Proof,
  rounds = iterations,
): Promise<Verifier> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)))
  const [scanned, digest] = await Promise.all([digestOfTag(tag), digestOfCode(code, salt, rounds)])
  return { claim_id: claimId, holder, scanned, typed: { salt, iterations: rounds, digest } }
}

/**
 * Whether what was typed or scanned is this claim's code. Runs in a browser and in Node alike, with no network. Whoever
 * asks counts the wrong ones, stops at `mostWrongTries`, and sends their number with the handover: the server judges.
 */
export async function tells({ claim_id, scanned, typed }: Verifier, text: string) {
  const given = readGiven(text)
  if (given.how === 'typed')
    return { how: given.how, is_right: (await digestOfCode(given.code, typed.salt, typed.iterations)) === typed.digest }
  return { how: given.how, is_right: given.claim_id === claim_id && (await digestOfTag(given.tag)) === scanned }
}

async function digestOfTag(tag: string) {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', inBytes(tag))))
}

async function digestOfCode(code: string, salt: string, rounds: number) {
  const key = await crypto.subtle.importKey('raw', inBytes(code), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds }
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)))
}
