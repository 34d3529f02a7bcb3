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

const page = wholePage(written, '[{"title":"</script><script>alert(1)"}]\n', 'once')

describe('a whole page', () => {
  test('says what its loaders said before it ends, and nothing of it can close the script', () => {
    const [, said = ''] = /streamController\.enqueue\((.*?)\);window/.exec(page) ?? []
    expect(JSON.parse(said)).toBe('[{"title":"</script><script>alert(1)"}]\n')
    expect(said).not.toContain('<')
    expect(page).toMatch(/^<!DOCTYPE html><html>.*<\/script><\/body><\/html>$/)
  })

  test('asks for scripts after its letters, its sheet and its pictures', () => {
    expect(page).toContain('<link rel="preload" href="/fonts/a.woff2"')
    expect(page).toContain('<link fetchpriority="low" rel="modulepreload" href="/assets/parts.js"')
  })

  test('has no script without its nonce', () => {
    expect(page.match(/<script/g)).toHaveLength(3)
    expect(page.match(/<script nonce="once"/g)).toHaveLength(3)
  })
})
