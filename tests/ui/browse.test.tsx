import { describe, expect, test } from 'vitest'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import type { BrowsePage } from '#app/routes/listings._index/browse-page.server.ts'
import { CutForm } from '#app/routes/listings._index/cut-form.tsx'
import { Filters } from '#app/routes/listings._index/filters.tsx'
import { FitNote } from '#app/routes/listings._index/fit-note.tsx'
import { Found } from '#app/routes/listings._index/found.tsx'
import { MoreFilters } from '#app/routes/listings._index/more-filters.tsx'
import { NothingFound } from '#app/routes/listings._index/nothing-found.tsx'
import { FlashBanner } from '#app/ui/flash.tsx'
import { rendered, words } from '#tests/support/render.tsx'

const conditions = ['new', 'good', 'worn', 'to_repair'].map((key, at) => ({ key, lots: at + 2 }))
const page = (query: string, facts: Partial<BrowsePage> = {}): BrowsePage => ({
  ask: readSearch(new URLSearchParams(query)),
  understood: {
    place: undefined,
    place_said: undefined,
    min_length_mm: undefined,
    min_quantity: undefined,
    material: undefined,
    cut: undefined,
  },
  from: undefined,
  lots: [],
  counted: { lots: 3, grams: 120_000 },
  facets: {
    families: [
      { key: 'wood', lots: 1284 },
      { key: 'metal', lots: 2 },
    ],
    leaves: [],
    conditions,
    deadlines: { today: 0, three_days: 1, week: 4 },
    weighed: 7,
    at_hub: 5,
  },
  sort: 'newest',
  next: undefined,
  instead: [],
  loosened: [],
  hidden: 0,
  is_member: false,
  ...facts,
})

describe('the filters', () => {
  test('are links with what each would leave, and what would leave nothing is not offered', () => {
    const html = rendered(<Filters page={page('')} />)
    expect(words(html)).toMatch(/Legno 1284 Metalli 2/)
    expect(html).toContain('href="/listings?material=wood"')
    expect(words(html)).not.toContain('da prendere oggi')
    expect(words(html)).toContain('entro tre giorni 1')
  })

  test('that are chosen say so and are let go by a press, the rest of the question kept', () => {
    const html = rendered(<Filters page={page('weighed=1&condition=good&bbox=1,2,3,4&q=porte')} />)
    for (const word of ['solo pesati o documentati', 'almeno in buono stato', 'in questa zona della mappa'])
      expect(words(html)).toContain(`${word} togli`)
    expect(html).toContain('href="/listings?q=porte&amp;bbox=1%2C2%2C3%2C4&amp;condition=good"')
  })

  test('say of a list of sizes that none of it could be read', () => {
    const asked = page('cut=una+bella+tavola')
    const understood = { ...asked.understood, cut: { lines: [], problem: 'browse.cut.unread?typed=una+bella+tavola' } }
    const unread = { ...asked, understood }
    expect(words(rendered(<Filters page={unread} />))).toContain('misure non lette togli')
    expect(rendered(<Found page={unread} />)).not.toContain('/searches/new')
    expect(rendered(<Found page={page('cut=8x1200x200')} />)).toContain('/searches/new?cut=8x1200x200')
  })

  test('travel with the words when somebody types new ones; the wish for exact words does not', () => {
    const html = rendered(<Filters page={page('q=tavle&exact=1&at_hub=1&cut=1x600x300')} />)
    const search = html.slice(html.indexOf('role="search"'), html.indexOf('</form>'))
    expect(search).toContain('name="at_hub" value="1"')
    expect(search).toContain('name="cut" value="1x600x300"')
    expect(search).not.toContain('name="exact"')
  })

  test('fewer people need are in a form of their own, filled in as they stand', () => {
    const { ask, facets } = page('quantity=8&open=1&condition=worn&q=porte')
    const html = rendered(<MoreFilters ask={ask} facets={facets} />)
    expect(words(html)).toMatch(/^Altri filtri 3/)
    expect(html).toMatch(/<option value="worn" selected="">anche segnato dall’uso \(4\)/)
    expect(html).toMatch(/name="quantity"[^>]*value="8"/)
    expect(html).toMatch(/name="open"[^>]*checked=""/)
    expect(html).not.toMatch(/name="weighed"[^>]*checked=""/)
    expect(html).toContain('type="hidden" name="q" value="porte"')
  })
})

describe('the cut list', () => {
  const line = { pieces: 8, length_mm: 1200, width_mm: 200, thickness_mm: 18 }

  test('is said in words and drawn to one scale', () => {
    const { ask } = page('cut=8x1200x200x18&tolerance=5')
    const lines = [line, { pieces: 1, length_mm: 300, width_mm: 600, thickness_mm: undefined }]
    const html = rendered(<CutForm ask={ask} cut={{ lines, problem: undefined }} />)
    expect(words(html)).toContain('8 pezzi da 1.200 × 200 × 18 mm')
    expect(words(html)).toContain('1 pezzo da 300 × 600 mm')
    expect(words(html)).toContain('anche fino a 5 mm in meno per lato')
    expect(html.match(/viewBox="0 0 1200 \d+"/g)).toEqual(['viewBox="0 0 1200 200"', 'viewBox="0 0 1200 300"'])
    expect(html).toContain('d="M0 0h600v300H0z"')
    expect(html).not.toContain('<details class="panel" open')
  })

  test('that was not understood stays open with the sentence beside the box, and nothing typed is lost', () => {
    const ask = readSearch(new URLSearchParams({ cut: '8x1200x200\nuna bella tavola' }))
    const problem = 'browse.cut.unread?typed=una+bella+tavola'
    const html = rendered(<CutForm ask={ask} cut={{ lines: [line], problem }} />)
    expect(html).toContain('<details class="panel" open=""')
    expect(html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>8x1200x200\nuna bella tavola<\/textarea>/)
    expect(words(html)).toContain('Non capiamo «una bella tavola». Scrivi così: 8 da 1200 × 200 × 18.')
  })

  const cut = { board: { length_mm: 2000, width_mm: 200 }, line: 0, columns: 3, rows: 1, along_mm: 600, across_mm: 200 }
  const size = [2000, 200, 18]

  test.each([
    [{ lines: 2, of: 3, waste: 123 }, 'serve 2 delle tue 3 misure · sfrido 12 %'],
    [{ lines: 3, of: 3, waste: 0 }, 'serve tutte le tue 3 misure · sfrido 0 %'],
    [{ lines: 1, of: 1, waste: 500 }, 'serve la tua misura · sfrido 50 %'],
    [{ lines: 0, of: 3, waste: 999 }, 'qualche pezzo, non tutti · sfrido 100 %'],
  ])('%o is a sentence under the lot', (fit, sentence) => {
    expect(words(rendered(<FitNote fit={{ ...fit, size, cut }} />))).toContain(sentence)
  })

  test('is drawn on the board it comes from, and told to those who cannot see it', () => {
    const html = rendered(<FitNote fit={{ lines: 1, of: 1, waste: 100, size, cut }} />)
    expect(html).toContain('d="M0 0h1806v200H0zM600 0v200M1203 0v200"')
    expect(words(html)).toContain('ogni pezzo: 2.000 × 200 × 18 mm, ne escono 3 da 600 × 200 mm')
  })
})

describe('what was found', () => {
  test('with words nobody says tells which were looked for, and how to insist', () => {
    const html = rendered(<Found page={page('q=tavle', { instead: [{ typed: 'tavle', found: 'tavole' }] })} />)
    expect(words(html)).toContain('Nessuno dice «tavle»: cerchiamo «tavole».')
    expect(html).toMatch(/href="\/listings\?q=tavle&amp;exact=1"[^>]*>Cerca proprio «tavle»/)
  })

  test('can be put in order of fit only with a cut list, of nearness only from a place', () => {
    expect(words(rendered(<Found page={page('')} />))).not.toMatch(/adattano|vicini/)
    const understood = { ...page('').understood, place: 'Roma', cut: { lines: [], problem: undefined } }
    expect(words(rendered(<Found page={page('cut=boh', { understood })} />))).toMatch(/Più vicini(?!.*adattano)/)
  })

  test('when it is nothing, the filter in the way is a link with what it hides', () => {
    const nothing = page('radius=2&weighed=1', {
      loosened: [
        { drop: 'radius', lots: 12 },
        { drop: 'weighed', lots: 1 },
      ],
    })
    const html = rendered(<NothingFound page={nothing} />)
    expect(words(html)).toContain('Togli «entro 2 km» 12 lotti Togli «solo pesati o documentati» 1 lotto')
    expect(html).toContain('href="/listings?weighed=1"')
    expect(html).toContain('href="/searches/new?radius=2&amp;weighed=1"')
    expect(html).toContain('href="/wanted/new"')
  })

  test('is told by name in English too', () => {
    const html = rendered(<Found page={page('q=bords', { instead: [{ typed: 'bords', found: 'boards' }] })} />, {
      locale: 'en',
    })
    expect(words(html)).toContain('Nobody says “bords”: we looked for “boards”.')
  })
})

test('a sentence that can be taken back has its button beside it, and the way back in it', () => {
  const undo = { to: '/listings/x/hiding/removal', label: 'browse.hidden.undo', back: '/listings?q=a' } as const
  const html = rendered(<FlashBanner flash={{ message: 'browse.hidden.done', tone: 'done', undo }} />)
  expect(html).toContain('action="/listings/x/hiding/removal"')
  expect(html).toContain('name="to" value="/listings?q=a"')
  expect(words(html)).toContain('Nascosto: non lo vedi più nelle tue liste. Rimettilo')
})
