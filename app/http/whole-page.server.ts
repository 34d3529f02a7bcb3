const end = '</body></html>'

/**
 * What React wrote, and what its loaders said in one last script. React has no stream to send that through, because nothing
 * here is sent in parts.
 */
export function wholePage(page: string, said: string, nonce: string) {
  const to = 'window.__remixContext.streamController'
  const script = `${to}.enqueue(${quoted(said)});${to}.close()`
  return `<!DOCTYPE html>${compact(calmed(page.slice(0, -end.length)))}<script nonce="${nonce}">${script}</script>${end}`
}

/** A slow line carries the sheets, the letters and the first pictures before a hundred kB of script, for which Remix has no such word. */
function calmed(page: string) {
  return page.replaceAll('<link rel="modulepreload"', '<link fetchpriority="low" rel="modulepreload"')
}

/** In single quotes: loaders say JSON, in which every other quote is a double one, and none of those needs a backslash more. */
function quoted(text: string) {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inside.replaceAll('<', '\\u003c')}'`
}

/** Remix writes the list of its modules with room to read it. */
function compact(page: string) {
  return page.replace(/(?<=window\.__remixManifest = )\{.*?\n\}(?=;\n)/s, (list) => JSON.stringify(JSON.parse(list)))
}
