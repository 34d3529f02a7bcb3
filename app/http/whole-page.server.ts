const end = '</body></html>'

/**
 * What React wrote, and what its loaders said in one last script. React has no stream to send that through, because nothing
 * here is sent in parts.
 */
export function wholePage(page: string, said: string, nonce: string) {
  const to = 'window.__remixContext.streamController'
  const script = `${to}.enqueue(${JSON.stringify(said).replaceAll('<', '\\u003c')});${to}.close()`
  return `<!DOCTYPE html>${calmed(page.slice(0, -end.length))}<script nonce="${nonce}">${script}</script>${end}`
}

/** A slow line carries the sheets, the letters and the first pictures before a hundred kB of script, for which Remix has no such word. */
function calmed(page: string) {
  return page.replaceAll('<link rel="modulepreload"', '<link fetchpriority="low" rel="modulepreload"')
}
