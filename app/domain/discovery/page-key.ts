import type { Sort } from './search-href.ts'

export type PageKey = { sort: Sort; value: string | number; id: string }

/** Where a page ended, as a link carries it. */
export function writePageKey(key: PageKey) {
  return Buffer.from(JSON.stringify([key.sort, key.value, key.id])).toString('base64url')
}

/** The key in a link, or undefined when it was tampered with or belongs to another order: the search starts over. */
export function readPageKey(text: string | undefined, sort: Sort): PageKey | undefined {
  const match = /^\["(\w+)",("[^"\\]{0,40}"|\d{1,17}),"([0-9a-z-]{1,40})"\]$/.exec(
    Buffer.from(text ?? '', 'base64url').toString(),
  )
  if (!match || match[1] !== sort || match[2] === undefined || match[3] === undefined) return undefined
  const value = match[2].startsWith('"') ? match[2].slice(1, -1) : Number(match[2])
  const isNumber = sort === 'nearest' || sort === 'best_fit'
  return isNumber === (typeof value === 'number') ? { sort, value, id: match[3] } : undefined
}
