import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wholePage } from '#app/http/whole-page.server.ts'

const written = [
  '<html><head>',
  '<link rel="preload" href="/fonts/a.woff2" as="font"/>',
  '<link rel="preload" href="/catalogue/it-1.json" as="fetch"/>',
  '<link rel="stylesheet" href="/assets/all.css"/>',
  '</head><body><p>boards</p>',
  '<link rel="modulepreload" href="/assets/parts.js"/>',
  '<script nonce="once">window.__remixContext = {}</script>',
  '<script nonce="once" type="module" async="">import("/assets/entry.js")</script>',
  '</body></html>',
].join('')

/** What the browser would hand to Remix's stream: the script is run. */
function enqueuedBy(page: string) {
  const [, script = ''] =
    /<script nonce="once">(window\.__remixContext\.streamController.*?)<\/script>/s.exec(page) ?? []
  const said: string[] = []
  const streamController = { enqueue: (text: string) => said.push(text), close: () => said.push('closed') }
  const requestAnimationFrame = () => undefined
  runInNewContext(script, { window: { __remixContext: { streamController } }, requestAnimationFrame })
  expect(said).toHaveLength(2)
  expect(script).not.toContain('<')
  return said[0]
}

const page = wholePage(written, '[{"title":"</script><script>alert(1)"}]\n', 'once')

describe('a whole page', () => {
  test('says what its loaders said before it ends, and nothing of it can close the script', () => {
    expect(enqueuedBy(page)).toBe('[{"title":"</script><script>alert(1)"}]\n')
    expect(page).toMatch(/^<!DOCTYPE html><html>.*<\/script><\/body><\/html>$/)
  })

  test('says whatever they said, to the letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', "'", '\\', '<', '\n', '\u2028', '\0', 'è', '${', '`') }),
        (said) => {
          expect(enqueuedBy(wholePage(written, said, 'once'))).toBe(said)
        },
      ),
    )
  })

  test('stays as it was written where Remix put no script', () => {
    expect(wholePage('<html><body><p>boards</p></body></html>', '', 'once')).toBe(
      '<!DOCTYPE html><html><body><p>boards</p></body></html>',
    )
  })

  test('names its modules without the room that Remix leaves', () => {
    const list = JSON.stringify({ routes: { root: { path: '' } }, version: 'a' }, null, 2)
    const scripts = `<script type="module">window.__remixManifest = ${list};\nwindow.__remixRouteModules = {};</script>`
    expect(wholePage(`<html><body>${scripts}</body></html>`, '', 'once')).toContain(
      'window.__remixManifest = {"routes":{"root":{"path":""}},"version":"a"};\nwindow.__remixRouteModules',
    )
  })

  test('asks for its letters and its sheet at once, and for what makes it live when its first frame is drawn', () => {
    expect(page).toContain('<link rel="preload" href="/fonts/a.woff2"')
    expect(page).toContain('<link rel="stylesheet" href="/assets/all.css"')
    expect(page).not.toMatch(/<link rel="(modulepreload|preload)" href="\/(assets\/\w+\.js|catalogue)|type="module"/)
    expect(page.match(/<link media="print"/g)).toHaveLength(2)
  })

  test('has no script without its nonce', () => {
    expect(page.match(/<script/g)).toHaveLength(3)
    expect(page.match(/<script nonce="once"/g)).toHaveLength(3)
  })
})
