const doubleTap_ms = 500

/** Whether a tap at this time, in milliseconds, is the second of a double one. Remembers it as the last. */
export function isSecondTap(at: number, last: { current: number }) {
  const isSoon = at - last.current < doubleTap_ms
  last.current = at
  return isSoon
}
