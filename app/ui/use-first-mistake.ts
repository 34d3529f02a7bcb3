import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'

/** A form that comes back with mistakes leads to the first of them: the button that was pressed may be a screen below. */
export function useFirstMistake() {
  const { formMethod } = useNavigation()
  const isSent = formMethod !== undefined && formMethod !== 'GET'
  // Where the focus goes is the browser's to keep: it is moved when the answer stands on the page.
  useEffect(() => {
    if (!isSent) return
    return () => void requestAnimationFrame(() => leadToMistake(document))
  }, [isSent])
}

/** The first field that is marked as wrong. */
export function leadToMistake(within: ParentNode) {
  within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
