import type { ReactNode } from 'react'
import './definition-list.css'

export type Fact = { term: string; value: ReactNode }

/** Facts in two columns; a fact without a value is left out. */
export function DefinitionList({ facts, sheet = false }: { facts: readonly Fact[]; sheet?: boolean }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className={sheet ? 'dl sheet' : 'dl'}>
      {known.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
