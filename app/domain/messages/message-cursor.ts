const overlap = 10_000

/** No message written at this instant or later has a smaller id: its first 48 bits are the milliseconds. */
export function firstIdAt(milliseconds: number) {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/**
 * Where to read on for whoever has `id` already. A little before it: another process may have committed a message
 * with a smaller id meanwhile. Whoever reads drops what they know.
 */
export function readOnFrom(id: string) {
  return isMessageId(id) ? firstIdAt(Number.parseInt(id.replace('-', '').slice(0, 12), 16) - overlap) : ''
}

/** The same for a process that looks at the clock. */
export function readOnAt(now: number) {
  return firstIdAt(now - overlap)
}

export function isMessageId(text: string) {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
