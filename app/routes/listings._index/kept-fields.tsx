import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { kept } from '#app/ui/near-box.tsx'

type Name = keyof SearchAsk

/** Every part of the question but these, and but the page it is on. */
export function others(ask: SearchAsk, changed: readonly Name[]) {
  return (Object.keys(ask) as Name[]).filter((name) => name !== 'after' && !changed.includes(name))
}

/** The rest of the question, hidden in a form that changes these parts of it. */
export function KeptFields({ ask, changed }: { ask: SearchAsk; changed: readonly Name[] }) {
  return Object.entries(kept(ask, others(ask, changed))).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
