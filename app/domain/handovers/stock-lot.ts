export type { StockLotRow } from '#db/schema/handovers.ts'

import type { StockLotRow } from '#db/schema/handovers.ts'
import type { Grade } from '#db/schema/listings.ts'

/** 'OZ-0042': the initials of the hub's address, or its first two letters, and a number of at least four digits. */
export function stockCode(hubSlug: string, number: number) {
  const words = hubSlug.split('-').filter((word) => word !== '')
  const initials = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? 'st').slice(0, 2)
  return `${initials.slice(0, 4).toUpperCase()}-${String(number).padStart(4, '0')}`
}

/** What somebody typed or scanned as a code: spaces and small letters do not matter, nor do the zeros in front. */
export function readStockCode(typed: string) {
  const [, initials = '', digits = ''] = /^([A-Z]{1,4})[-\s]?0*(\d{1,9})$/.exec(typed.trim().toUpperCase()) ?? []
  return initials === '' ? undefined : `${initials}-${digits.padStart(4, '0')}`
}

export type Part = { quantity: number; grams: number | null }

/**
 * The grams of each part taken from a lot, in whole grams: what was weighed as it was weighed, the rest by quantity with
 * the largest remainders first, so that parts and what stays add up to the lot exactly. Undefined when the weighed parts
 * alone are more than the lot.
 */
export function gramsOfParts(lot: Pick<StockLotRow, 'quantity' | 'grams'>, parts: readonly Part[]) {
  const weighed = parts.reduce((sum, { grams }) => sum + (grams ?? 0), 0)
  if (weighed > lot.grams) return undefined
  const stays = lot.quantity - parts.reduce((sum, { quantity }) => sum + quantity, 0)
  const open = parts.filter(({ grams }) => grams === null).map(({ quantity }) => quantity)
  const shares = shareOut(lot.grams - weighed, [...open, stays])
  return parts.map(({ grams }) => grams ?? shares.shift() ?? 0)
}

/** Whole grams by weight of the shares, none lost: the largest remainders get the grams that rounding down left over. */
export function shareOut(grams: number, shares: readonly number[]) {
  const whole = shares.reduce((sum, share) => sum + BigInt(share), 0n)
  if (whole === 0n) return shares.map(() => 0)
  const exact = shares.map((share, at) => {
    const product = BigInt(grams) * BigInt(share)
    return { at, down: product / whole, left: product % whole }
  })
  let over = BigInt(grams) - exact.reduce((sum, { down }) => sum + down, 0n)
  for (const one of exact.toSorted((a, b) => (a.left === b.left ? a.at - b.at : a.left < b.left ? 1 : -1))) {
    if (over === 0n) break
    one.down += 1n
    over -= 1n
  }
  return exact.map(({ down }) => Number(down))
}

/** A part of what was weighed whole is documented, no longer weighed: pieces differ. */
export function gradeOfPart(grade: Grade): Grade {
  return grade === 'A' ? 'B' : grade
}

/** Of two masses put together: no better known than the worse of them. One without grams says nothing. */
export function gradeOfBoth(one: Pick<StockLotRow, 'grade' | 'grams'>, other: Pick<StockLotRow, 'grade' | 'grams'>) {
  if (one.grams === 0 || other.grams === 0) return one.grams === 0 ? other.grade : one.grade
  return one.grade > other.grade ? one.grade : other.grade
}

/** Why a mass in stock is another than was written. Codes, never free text: the ledger is public and for ever. */
export const countReasons = ['counted', 'missing', 'broken'] as const
export type CountReason = (typeof countReasons)[number]
