/** The page named by `to`, if it is one of ours; else the home page. */
export function returnPath(to: string | null | undefined) {
  const home = 'http://here'
  if (!to?.startsWith('/') || !URL.canParse(to, home)) return '/'
  const url = new URL(to, home)
  return url.origin === home ? url.pathname + url.search + url.hash : '/'
}
