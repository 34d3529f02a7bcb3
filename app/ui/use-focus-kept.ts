import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'

/**
 * Where the keyboard stands once a form is answered: on its first mistake, since the button that was pressed may be a screen
 * below; or, where that button was moved, or went with what it acted on, as near as something still stands.
 */
export function useFocusKept() {
  const { formMethod } = useNavigation()
  const isSent = formMethod !== undefined && formMethod !== 'GET'
  // Where the focus goes is the browser's to keep: it is moved when the answer stands on the page.
  useEffect(() => {
    if (!isSent) return
    const page = location.pathname
    const around = idsAround(document.activeElement)
    return () =>
      void requestAnimationFrame(() => {
        const isLost = document.activeElement === document.body && location.pathname === page
        if (!leadToMistake(document) && isLost) leadBack(around)
      })
  }, [isSent])
}

/** To the first field that is marked as wrong; whether there is one. */
export function leadToMistake(within: ParentNode) {
  const wrong = within.querySelector<HTMLElement>('[aria-invalid="true"]')
  wrong?.focus()
  return Boolean(wrong)
}

/** The name of an element and of all that hold it, inside the page's main part. */
function idsAround(element: Element | null): string[] {
  if (!element?.closest('main') || element.matches('main')) return []
  return [...(element.id ? [element.id] : []), ...idsAround(element.parentElement)]
}

function leadBack(around: readonly string[]) {
  const place = around.map((id) => document.getElementById(id)).find(Boolean)
  if (!place) return
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus({ preventScroll: true })
}
