import { Link } from '@remix-run/react'

/** Three teeth of a shed roof, one lit. */
export function Wordmark({ label }: { label?: string }) {
  return (
    <Link className="wordmark" to="/" aria-label={label}>
      <svg viewBox="0 0 54 28" aria-hidden="true">
        <path d="M0 28V14L18 2v26z" />
        <path d="M18 28V14L36 2v26z" />
        <path className="lit" d="M36 28V14L54 2v26z" />
      </svg>
      <span>Rimessa</span>
    </Link>
  )
}
