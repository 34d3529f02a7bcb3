import { Scripts, useMatches } from '@remix-run/react'
import { useEffect } from 'react'
import { ScrollRestoration } from 'react-router-dom'
import { useDocument } from './document.tsx'
import { tellTyped } from './tell-typed.ts'

/** What makes a page live. Remix's own keeper of the scroll would write a script into each page; the router's says nothing. */
export function Alive() {
  const { nonce } = useDocument()
  // What was typed while the scripts were on their way is in the document, not in React.
  useEffect(tellTyped, [])
  // At an address that is no page of ours the browser's router would look for one, and draw its half of the way meanwhile.
  const isNowhere = useMatches().length === 1
  return (
    <>
      <ScrollRestoration />
      {isNowhere ? null : <Scripts nonce={nonce} />}
    </>
  )
}
