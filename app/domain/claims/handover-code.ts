/** Without 0, O, 1, I and L: the code is read aloud across a noisy courtyard. */
export const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const codeLength = 6

/** What was typed or scanned, as the code is kept: capitals, no spaces, no dashes. */
export function normalisedCode(typed: string) {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
