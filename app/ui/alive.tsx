import { Scripts } from '@remix-run/react'
import { ScrollRestoration } from 'react-router-dom'
import { useDocument } from './document.tsx'

/** What makes a page live. Remix's own keeper of the scroll would write a script into each page; the router's says nothing. */
export function Alive() {
  const { nonce } = useDocument()
  return (
    <>
      <ScrollRestoration />
      <Scripts nonce={nonce} />
    </>
  )
}
