import type { Unsent } from './conversation-talk.ts'

const place = (claimId: string, what: 'box' | 'unsent') => `talk ${claimId} ${what}`

/** What stands in the box, for as long as this tab lives. */
export function keepBox(claimId: string, text: string) {
  if (text) sessionStorage.setItem(place(claimId, 'box'), text)
  else sessionStorage.removeItem(place(claimId, 'box'))
}

export function recallBox(claimId: string) {
  return sessionStorage.getItem(place(claimId, 'box')) ?? ''
}

/** Messages on their way. Photos cannot be put aside here: they live as long as the page. */
export function keepUnsent(claimId: string, unsent: readonly Unsent[]) {
  if (unsent.length === 0) sessionStorage.removeItem(place(claimId, 'unsent'))
  else sessionStorage.setItem(place(claimId, 'unsent'), JSON.stringify(unsent.map((each) => ({ ...each, files: [] }))))
}

export function recallUnsent(claimId: string): Unsent[] {
  const kept = JSON.parse(sessionStorage.getItem(place(claimId, 'unsent')) ?? '[]') as Unsent[]
  return kept.map((each) => (each.state === 'sending' ? { ...each, state: 'unsent' } : each))
}
