import { describe, expect, test } from 'vitest'
import type { Lot } from '#app/ui/lot-card.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { rendered, words } from '#tests/support/render.tsx'

const boards: Lot = {
  id: 'lot-1',
  code: '2611-048',
  title: 'Tavole di abete piallate',
  hatch: 'wood',
  material_name: 'Legno, abete',
  photo: { hash: 'abc', alt: 'Tavole impilate' },
  available: 16,
  total: 24,
  unit: 'piece',
  weight: { typ: 69_000, grade: 'B' },
  distance_m: 2_412,
  who: 'Liceo artistico',
  who_kind: 'school',
  area: 'Tuscolano',
  must_go_by: '2026-11-26T17:00:00.000Z',
  urgency: 'soon',
  gone: false,
}

describe('a lot’s card', () => {
  test('says how many, how heavy and how we know, how far, who and until when', () => {
    const said = words(rendered(<LotCard lot={boards} />))
    for (const fact of [
      'Tavole di abete piallate',
      '16 pezzi',
      '69 kg B',
      '2,4 km',
      'Scuola: Liceo artistico, Tuscolano',
      'Legno, abete',
    ]) {
      expect(said).toContain(fact)
    }
  })

  test('of which some are gone says of how many, and that the weight is of all of them', () => {
    const said = words(rendered(<LotCard lot={boards} />))
    for (const fact of ['16 pezzi di 24', 'Tutto il lotto 69 kg']) expect(said).toContain(fact)
    expect(words(rendered(<LotCard lot={{ ...boards, available: 24 }} />))).not.toContain('Tutto il lotto')
  })

  test('of which everything is promised says how many there are, and that one can only wait in line', () => {
    const said = words(rendered(<LotCard lot={{ ...boards, available: 0 }} />))
    for (const fact of ['24 pezzi, solo lista d’attesa', 'Peso 69 kg']) expect(said).toContain(fact)
    expect(words(rendered(<LotCard lot={{ ...boards, available: 0, gone: true }} />))).not.toContain('lista d’attesa')
  })

  test('says the same in English, with English numbers', () => {
    const said = words(rendered(<LotCard lot={boards} />, { locale: 'en' }))
    for (const fact of ['16 pieces', '2.4 km', 'School: Liceo artistico, Tuscolano']) expect(said).toContain(fact)
  })

  test('is one link, named by its title', () => {
    const html = rendered(<LotCard lot={boards} />)
    expect(html.match(/<a /g)).toHaveLength(1)
    expect(html).toMatch(/<a [^>]*href="\/listings\/2611-048"[^>]*>Tavole di abete piallate<\/a>/)
  })

  test('spells the grade out for those who ask', () => {
    expect(rendered(<LotCard lot={boards} />)).toContain('title="Grado B: documentato, ±10 %"')
  })

  test('of an unweighed lot has no kilograms at all', () => {
    const unweighed = { ...boards, weight: { typ: 1, grade: 'E' as const } }
    expect(words(rendered(<LotCard lot={unweighed} />))).not.toContain('kg')
  })

  test('that has gone says so, counts what there was, and stays a link', () => {
    const html = rendered(<LotCard lot={{ ...boards, available: 0, gone: true }} />)
    expect(html).toContain('data-gone')
    expect(words(html)).toContain('24 pezzi')
    expect(words(html)).toContain('Andato')
    expect(html).toContain('href="/listings/2611-048"')
  })

  test('puts the last day on the photo, once', () => {
    const html = rendered(<LotCard lot={{ ...boards, urgency: 'rescue' }} />)
    expect(html.match(/data-u="rescue"/g)).toHaveLength(1)
    expect(html.indexOf('data-u="rescue"')).toBeLessThan(html.indexOf('Tavole di abete piallate'))
  })

  test('never leaks more of the place than the area', () => {
    const html = rendered(<LotCard lot={boards} />)
    expect(html).not.toMatch(/latitude|longitude|via /i)
  })
})

describe('a lot’s photo', () => {
  test('offers every size and keeps its room on the page', () => {
    const html = rendered(<LotCard lot={boards} />)
    for (const width of [320, 640, 1280, 1920]) expect(html).toContain(`/photos/abc-${width}.webp ${width}w`)
    expect(html).toMatch(/<img[^>]*width="\d+" height="\d+"/)
    expect(html).toContain('alt="Tavole impilate"')
  })

  test('waits its turn, unless it is the first', () => {
    expect(rendered(<LotCard lot={boards} />)).toContain('loading="lazy"')
    expect(rendered(<LotCard lot={boards} eager />)).toContain('fetchpriority="high"')
  })

  test('has its thumbhash as data in the style attribute', () => {
    const html = rendered(
      <LotCard lot={{ ...boards, photo: { hash: 'abc', alt: '', thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI' } }} />,
    )
    expect(html).toContain('style="--thumb:url(data:image/bmp;base64,')
  })
})
