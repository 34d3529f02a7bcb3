const end = '</body></html>'

/**
 * What React wrote, and what its loaders said in one last script. React has no stream to send that through, because nothing
 * here is sent in parts.
 */
export function wholePage(page: string, said: string, nonce: string) {
  const to = 'window.__remixContext.streamController'
  const scripts = [`${to}.enqueue(${JSON.stringify(said).replaceAll('<', '\\u003c')});${to}.close()`, starter]
  const last = scripts.map((script) => `<script nonce="${nonce}">${script}</script>`).join('')
  return `<!DOCTYPE html>${heldBack(page.slice(0, -end.length))}${last}${end}`
}

/**
 * A slow line carries the sheets, the letters and the first pictures before a hundred kB of script: until the first paint
 * scripts are preloaded for paper only, and what imports them is only a text. Tags written otherwise start at once.
 */
function heldBack(page: string) {
  return page
    .replace(/<link rel="(?=modulepreload"|preload" href="\/catalogue)/g, '<link media="print" rel="')
    .replace(' type="module" async="">', ' type="text/plain">')
}

/** A hidden page is never painted: it starts at once. The script goes again, so that React finds the page as it wrote it. */
const starter = [
  'function start(){',
  'for(const link of document.querySelectorAll("link[media=print]"))link.media="";',
  'const told=document.querySelector("script[type=\'text/plain\']");',
  'if(!told)return;',
  'const script=document.createElement("script");',
  'script.type="module";script.nonce=told.nonce;script.textContent=told.textContent;',
  'told.after(script);script.remove()}',
  'document.hidden?start():requestAnimationFrame(()=>setTimeout(start))',
].join('')
