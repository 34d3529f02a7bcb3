import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { searchQuery } from '#app/domain/discovery/search-href.ts'

/** To the page that keeps this question and writes when something answers it. */
export function TellMe({ ask, children }: { ask: SearchAsk; children: ReactNode }) {
  return (
    <Link className="touch" to={`/searches/new?${searchQuery(ask)}`}>
      {children}
    </Link>
  )
}
