import { describe, expect, test } from 'vitest'
import { Dock } from '#app/ui/dock.tsx'
import { inLanguage, Masthead } from '#app/ui/masthead.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { rendered, words } from '#tests/support/render.tsx'

const ada = { id: 'ada', name: 'Ada L.', is_staff: false, unseen: 0 }

describe('the masthead', () => {
  test('lets a stranger in', () => {
    const html = rendered(<Masthead visitor={undefined} />)
    expect(words(html)).toContain('Entra')
    expect(html).toContain('href="/sign-in"')
    expect(html).not.toContain('href="/board"')
  })

  test('shows a member their name and requests, and a coordinator the board', () => {
    expect(words(rendered(<Masthead visitor={ada} />))).toContain('Ada L.')
    expect(rendered(<Masthead visitor={ada} />)).toContain('href="/claims"')
    expect(rendered(<Masthead visitor={ada} />)).not.toContain('href="/board"')
    expect(rendered(<Masthead visitor={{ ...ada, is_staff: true }} />)).toContain('href="/board"')
  })

  test('says how many notices wait, in words', () => {
    expect(rendered(<Masthead visitor={{ ...ada, unseen: 3 }} />)).toContain('aria-label="3 avvisi da leggere"')
    expect(rendered(<Masthead visitor={{ ...ada, unseen: 1 }} />, { locale: 'en' })).toContain(
      'aria-label="1 notice to read"',
    )
  })

  test('offers the other language by its own name, on the same page, without a script', () => {
    const html = rendered(<Masthead visitor={undefined} />, { path: '/listings?material=wood&q=tavole' })
    expect(html).toContain('href="/listings?material=wood&amp;q=tavole&amp;lang=en" lang="en"')
    expect(html).toContain('aria-label="English"')
  })

  test('marks the language and the page one is on', () => {
    expect(rendered(<Masthead visitor={undefined} />, { path: '/impact' })).toMatch(
      /aria-current="page"[^>]*href="\/impact"/,
    )
    expect(rendered(<Masthead visitor={undefined} />, { locale: 'en' })).toMatch(/lang="en"[^>]*aria-current="true"/)
  })
})

test('a language link replaces the language that was in the address', () => {
  expect(inLanguage('/impact', '?lang=it&year=2026', 'en')).toBe('/impact?lang=en&year=2026')
})

test('the dock has four doors, the last of which knows whether one is a member', () => {
  expect(rendered(<Dock isMember={false} />).match(/<a /g)).toHaveLength(4)
  expect(rendered(<Dock isMember={false} />)).toContain('href="/sign-in"')
  expect(rendered(<Dock isMember />)).toContain('href="/account"')
})

describe('a page’s title', () => {
  test('comes from its loader, in its language', () => {
    expect(pageMeta({ data: { title: 'Materiali', description: 'Tutti.' } })).toContainEqual({
      title: 'Materiali · Rimessa',
    })
  })

  test('has the root’s description where the page has none of its own', () => {
    const matches = [{ data: { description: 'Chi li ha li offre.' } }, { data: { title: 'Materiali' } }]
    expect(pageMeta({ data: { title: 'Materiali' }, matches })).toContainEqual({
      name: 'description',
      content: 'Chi li ha li offre.',
    })
  })

  test('is the name alone when the loader failed', () => {
    expect(pageMeta({ data: undefined })).toContainEqual({ title: 'Rimessa' })
  })
})
