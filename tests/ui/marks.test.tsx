import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Bars } from '#app/ui/bars.tsx'
import { CodeCard } from '#app/ui/code-card.tsx'
import { Gauge } from '#app/ui/gauge.tsx'
import { Mix } from '#app/ui/mix.tsx'
import { Range, rule } from '#app/ui/range.tsx'
import { State } from '#app/ui/state.tsx'
import { Table } from '#app/ui/table.tsx'
import { thumbhashUrl } from '#app/ui/thumbhash.ts'
import { MassField } from '#app/ui/weigh-entry.tsx'
import { rendered, words } from '#tests/support/render.tsx'

describe('il metro', () => {
  test('says low, typical and high in words', () => {
    expect(words(rendered(<Range low={62_000} typ={69_000} high={76_000} grade="B" />))).toBe(
      'almeno 62 kg valore tipico 69 kg al massimo 76 kg',
    )
  })

  test('says what was weighed in its place, also outside of what was expected', () => {
    const said = (typ: number) => words(rendered(<Range weighing low={62_000} typ={typ} high={76_000} />))
    expect(said(2000)).toBe('hai pesato 2 kg previsto da 62 kg fino a 76 kg')
    expect(said(70_000)).toBe('previsto da 62 kg hai pesato 70 kg fino a 76 kg')
    expect(said(90_000)).toBe('previsto da 62 kg fino a 76 kg hai pesato 90 kg')
  })

  test('has every mark on its ruler, whatever the weights, with room at both ends', () => {
    const grams = fc.integer({ min: 1, max: 50_000_000 })
    fc.assert(
      fc.property(grams, grams, grams, (a, b, c) => {
        const [low, typ, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        const { '--min': min, '--max': max, '--tick': tick } = rule(low, typ, high)
        const ticks = (max - min) / tick
        return min >= 0 && min <= low && max >= high && tick > 0 && ticks >= 4 && ticks <= 60
      }),
    )
  })

  test('takes a weighing outside what was expected', () => {
    const { '--min': min, '--max': max } = rule(20_700, 40_000, 25_300)
    expect(min).toBeLessThan(20_700)
    expect(max).toBeGreaterThan(40_000)
  })
})

describe('a claim’s state', () => {
  test('is words, with the place in line or the day', () => {
    expect(words(rendered(<State state="waitlisted" position={3} />))).toBe('In lista, 3º')
    expect(words(rendered(<State state="scheduled" day="2026-11-25T15:30:00.000Z" />))).toBe('Ritiro mer 25')
    expect(words(rendered(<State state="no_show" />, { locale: 'en' }))).toBe('Missed pickup')
  })

  test('says «tocca a te» to the one who must answer', () => {
    expect(words(rendered(<State state="offered" turn />))).toBe('Tocca a te')
    expect(words(rendered(<State state="offered" />))).toBe('Proposto')
  })
})

test('urgency always has its date in words, or says there is none', () => {
  expect(words(rendered(<Gauge urgency="calm" must_go_by="2020-03-01T12:00:00Z" />))).toBe('entro il 1 mar')
  expect(words(rendered(<Gauge urgency="calm" />))).toBe('senza scadenza')
})

describe('a handover code', () => {
  const html = rendered(<CodeCard code="K7M4Q2" address="https://example.org/handovers/1?code=K7M4Q2" />)

  test('is shown in two groups and read letter by letter', () => {
    expect(html).toContain('<span aria-hidden="true">K7M</span>')
    expect(words(html)).toContain('K 7 M, 4 Q 2')
  })

  test('comes with its QR, dark dots in one path', () => {
    expect(html).toContain('aria-label="Codice QR della consegna"')
    expect(html.match(/h1v1h-1z/g)?.length).toBeGreaterThan(200)
  })
})

describe('a weighing as it is typed', () => {
  const typed = (grams: number | undefined) =>
    words(
      rendered(
        <MassField name="mass" typed="23,4" onType={() => {}} grams={grams} expected={{ low: 20_700, high: 25_300 }} />,
      ),
    )

  test('is echoed to the gram', () => {
    expect(typed(23_400)).toContain('23,4 kg: 23.400 grammi')
  })

  test('outside what was expected is asked about, never refused', () => {
    expect(typed(234_000)).toContain('È giusto? Di solito sono 20,7 kg–25,3 kg.')
    expect(typed(23_400)).not.toContain('È giusto?')
  })

  test('says nothing while it cannot be read', () => {
    expect(typed(undefined)).not.toContain('kg:')
  })
})

test('shares of grades are told as words', () => {
  const html = rendered(
    <Mix
      shares={[
        { grade: 'A', ratio: 0.61 },
        { grade: 'D', ratio: 0.05 },
        { grade: 'C', ratio: 0 },
      ]}
    />,
  )
  expect(html).toContain('aria-label="Pesato 61 %, Dichiarato 5 %"')
})

test('bars write their value beside them and share one scale', () => {
  const html = rendered(
    <Bars
      bars={[{ key: 'wood', label: 'Legno', value: '6.920 kg', amount: 6920, low: 6100, high: 7880, mat: 'wood' }]}
    />,
  )
  expect(html).toContain('style="--max:7880"')
  expect(words(html)).toBe('Legno 6.920 kg')
})

test('a table has a caption, a header for each row, and its labels for narrow screens', () => {
  const html = rendered(
    <Table
      caption="Chi ha chiesto"
      cards
      rows={[{ who: 'Bo', pieces: '8' }]}
      keyOf={({ who }) => who}
      columns={[
        { key: 'who', head: 'Chi', cell: ({ who }) => who },
        { key: 'n', head: 'Pezzi', cell: ({ pieces }) => pieces, figure: true },
      ]}
    />,
  )
  expect(html).toContain('<caption class="visually-hidden">Chi ha chiesto</caption>')
  expect(html).toContain('<th scope="row">Bo</th>')
  expect(html).toContain('<td data-l="Pezzi" class="n">8</td>')
})

describe('a thumbhash', () => {
  test('becomes a bitmap of the length it says it has', () => {
    const url = thumbhashUrl('1QcSHQRnh493V4dIh4eXh1h4kJUI') ?? ''
    const bytes = Buffer.from(url.slice(url.indexOf(',') + 1, -1), 'base64')
    expect(bytes.subarray(0, 2).toString()).toBe('BM')
    expect(bytes.length).toBe(bytes.readUInt32LE(2))
    expect([bytes.readInt32LE(18), bytes.readInt32LE(22)]).toEqual([4, 3])
  })

  test('that is cut short is no picture', () => {
    expect(thumbhashUrl('1Qc=')).toBeUndefined()
  })
})
