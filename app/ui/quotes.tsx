import type { ReactNode } from 'react'
import './quotes.css'

export type Quote = { key: string; text: string; by: ReactNode }

/** What people said, in their own words, and who they are. */
export function Quotes({ quotes }: { quotes: readonly Quote[] }) {
  return (
    <ul className="quotes">
      {quotes.map(({ key, text, by }) => (
        <li key={key}>
          <figure>
            <blockquote>{text}</blockquote>
            <figcaption className="tiny soft">{by}</figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )
}
