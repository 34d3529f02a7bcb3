const end = '</body></html>'

/** Restores, once the first frame is drawn, what `calmed` put off. */
const begin = [
  "for(let e of document.querySelectorAll('[media=print]'))e.media=''",
  "let s=document.querySelector('[type^=text]'),m=document.createElement('script')",
  "m.type='module'",
  'm.nonce=s.nonce',
  'm.text=s.text',
  's.replaceWith(m)',
].join(';')
const beginLater = `requestAnimationFrame(()=>setTimeout(()=>{${begin}}))`

/**
 * What React wrote, and what its loaders said in one last script. React has no stream to send that through, because nothing
 * here is sent in parts. A page without Remix's scripts stays as it was written.
 */
export function wholePage(page: string, said: string, nonce: string) {
  if (!page.includes('window.__remix')) return `<!DOCTYPE html>${page}`
  const to = 'window.__remixContext.streamController'
  const script = `${to}.enqueue(${quoted(said)});${to}.close();${beginLater}`
  return `<!DOCTYPE html>${compact(calmed(page.slice(0, -end.length)))}<script nonce="${nonce}">${script}</script>${end}`
}

/** All that makes a page live, a hundred kB of script and its sentences, is asked for and read once the page can be. */
function calmed(page: string) {
  return page
    .replaceAll('<link rel="modulepreload"', '<link media="print" rel="modulepreload"')
    .replace(/<link (?=rel="preload"[^>]* as="fetch")/, '<link media="print" ')
    .replace(/(<script[^>]*) type="module" async=""/, '$1 type="text/plain"')
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
