import { useEffect } from 'react'

/**
 * Keeps this page on the phone with all it was made of, so that it opens where there is no signal; or lets go of it. `changed`
 * says that the page is another than the one that was kept. `pictures` are the addresses of those it shows, looked at
 * or not, with a space between them: text, so that the same ones are told once.
 */
export function usePageKept(isKept: boolean, changed: unknown, pictures: string) {
  // The service worker is no React thing: it is told after each change of the page.
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    void tell(isKept, changed, pictures)
  }, [isKept, changed, pictures])
}

async function tell(isKept: boolean, _changed: unknown, pictures: string) {
  const known = await navigator.serviceWorker.getRegistration()
  if (!known && !isKept) return
  if (!known) await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  const page = window.location.pathname
  const parts = performance.getEntriesByType('resource').map(({ name }) => name)
  const ours = [...new Set(parts)].filter((name) => name.startsWith(window.location.origin) && isPart(new URL(name)))
  active?.postMessage(
    isKept ? { keep: page, parts: ours, pictures: pictures.split(' ').filter(Boolean) } : { forget: page },
  )
}

function isPart({ pathname }: URL) {
  return /^\/(assets|fonts|catalogue|icons\.svg|favicon\.svg)/.test(pathname)
}
