import { useEffect } from 'react'

/**
 * Keeps this page on the phone with all it was made of, so that it opens where there is no signal; or lets go of it. `changed`
 * says that the page is another than the one that was kept.
 */
export function usePageKept(isKept: boolean, changed: unknown) {
  // The service worker is no React thing: it is told after each change of the page.
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    void tell(isKept, changed)
  }, [isKept, changed])
}

async function tell(isKept: boolean, _changed: unknown) {
  const known = await navigator.serviceWorker.getRegistration()
  if (!known && !isKept) return
  if (!known) await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  const page = window.location.pathname
  const parts = performance.getEntriesByType('resource').map(({ name }) => name)
  const ours = [...new Set(parts)].filter((name) => name.startsWith(window.location.origin) && isPart(new URL(name)))
  active?.postMessage(isKept ? { keep: page, parts: ours } : { forget: page })
}

function isPart({ pathname }: URL) {
  return /^\/(assets|fonts|catalogue|icons\.svg|favicon\.svg)/.test(pathname)
}
