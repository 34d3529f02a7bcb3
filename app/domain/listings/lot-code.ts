/** '2611' and 48 → '2611-048': year, month and count, short enough to say on the phone. */
export function lotCode(month: string, count: number) {
  return `${month}-${String(count).padStart(3, '0')}`
}

/** The count in a code, 0 when it is none. */
export function numberIn(code: string) {
  return Number(/^\d{4}-(\d{3,})$/.exec(code)?.[1] ?? 0)
}
