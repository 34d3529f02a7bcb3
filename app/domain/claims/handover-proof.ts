import { codeAlphabet, codeLength, normalisedCode } from './handover-code.ts'

/** Whose code it is: it is shown by this side and read by the other. */
export type Holder = 'giver' | 'taker'

/** What was typed, or what a camera read. */
export type Given = { how: 'typed'; code: string } | { how: 'scanned'; claim_id: string; tag: string }

export type Proof = { code: string; tag: string }

const purposes = { typed: 'code', scanned: 'tag' } as const

/**
 * What one side of a claim shows, from the claim's secret (base64url): six characters of 31, and 128 bits, base64url, for
 * the camera. HMAC-SHA-256 of claim, side and purpose: neither says anything of the other, nor of the other side's.
 */
export async function proofFor(secret: string, claimId: string, holder: Holder): Promise<Proof> {
  const key = await crypto.subtle.importKey('raw', fromBase64(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const sign = async (purpose: string) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, inBytes(`${claimId} ${holder} ${purpose}`)))
  const [code, tag] = await Promise.all([sign(purposes.typed), sign(purposes.scanned)])
  return { code: spelled(code), tag: toBase64(tag.slice(0, 16)) }
}

/** What the QR says when it is no address. */
export function scannedText(claimId: string, tag: string) {
  return `R1.${claimId}.${tag}`
}

/** The page that a phone's own camera opens, with the same proof in it. */
export function scannedPath(claimId: string, tag: string) {
  return `/claims/${claimId}/handover?tag=${tag}`
}

/** What was typed or scanned: six characters, `R1.<claim>.<tag>`, or the address of either. */
export function readGiven(text: string): Given {
  const inAddress = URL.canParse(text) ? new URL(text) : undefined
  const claim_id = inAddress?.pathname.match(/^\/claims\/([^/]+)\/handover$/)?.[1]
  const tag = inAddress?.searchParams.get('tag')
  if (claim_id && tag) return { how: 'scanned', claim_id, tag }
  const [, claim, mark] = text.trim().match(/^R1\.([^.]+)\.([\w-]{22})$/) ?? []
  if (claim && mark) return { how: 'scanned', claim_id: claim, tag: mark }
  return { how: 'typed', code: normalisedCode(inAddress?.searchParams.get('code') ?? text) }
}

/** The first eight bytes as a number, written in the alphabet: the bias is less than one in 2^34. */
function spelled(bytes: Uint8Array) {
  let number = new DataView(bytes.buffer).getBigUint64(0)
  const base = BigInt(codeAlphabet.length)
  return Array.from({ length: codeLength }, () => {
    const letter = codeAlphabet[Number(number % base)]
    number /= base
    return letter
  }).join('')
}

export function inBytes(text: string) {
  return new TextEncoder().encode(text)
}

export function toBase64(bytes: Uint8Array) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export function fromBase64(text: string) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
