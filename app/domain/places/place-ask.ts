import type { Point } from './point.ts'

/** Where a lot is, as its donor says it: all of it only for those who may come. */
export type PlaceAsk = Point & { street: string; access_notes: string; phone: string }

export const placeLengths = { street: 120, access_notes: 500, phone: 30 } as const

type Read = { words: Omit<PlaceAsk, keyof Point>; errors: Record<string, string> }

/** Reads what stands beside the point: street and number, how to get in, a phone to call from the street. */
export function readDoor(typed: Readonly<Record<string, string>>): Read {
  const errors: Record<string, string> = {}
  const text = (name: keyof typeof placeLengths) => {
    const value = (typed[name] ?? '').trim()
    if (value.length > placeLengths[name]) errors[name] = `errors.too-long?max=${placeLengths[name]}`
    return value
  }
  const words = { street: text('street'), access_notes: text('access_notes'), phone: text('phone') }
  if (words.phone !== '' && !/^\+?[\d\s./()-]{5,}$/.test(words.phone)) errors['phone'] = 'posting.errors.phone'
  if (words.street === '') errors['street'] = 'errors.required'
  return { words, errors }
}
