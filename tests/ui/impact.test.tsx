import { describe, expect, test } from 'vitest'
import { Categories } from '#app/routes/impact/categories.tsx'
import { Grades } from '#app/routes/impact/grades.tsx'
import type { ImpactPage } from '#app/routes/impact/impact-page.server.ts'
import { Months } from '#app/routes/impact/months.tsx'
import { Places } from '#app/routes/impact/places.tsx'
import { Register } from '#app/routes/impact/register.tsx'
import { Top } from '#app/routes/impact/top.tsx'
import { Uncounted } from '#app/routes/impact/uncounted.tsx'
import Method from '#app/routes/impact_.method/route.tsx'
import { rendered, words } from '#tests/support/render.tsx'

const total = (typ_g: number, bucket = '') => ({
  bucket,
  low_g: Math.round(typ_g * 0.9),
  typ_g,
  high_g: Math.round(typ_g * 1.1),
  handovers: 3,
  weighed: 0.61,
  documented: 0.19,
})

const page: ImpactPage = {
  year: 2026,
  years: [2026, 2025],
  today: '2026-11-22',
  ever: total(20_000_000),
  total: total(18_412_000),
  grades: [total(11_231_000, 'A'), total(3_498_000, 'B'), total(2_762_000, 'C'), total(921_000, 'D')],
  months: [
    { month: '2026-09', ...total(1_890_000) },
    { month: '2026-10', ...total(2_604_000) },
    { month: '2026-11', ...total(410_000) },
  ],
  categories: [total(6_920_000, 'construction'), total(1_156_000, 'eee')],
  materials: [{ name: 'Tavole di legno massello', ...total(6_920_000, 'wood.solid.boards') }],
  municipalities: [{ name: 'Roma', ...total(18_412_000, '058091') }],
  uncounted: { stock_g: 1_284_000, offered_g: 9_870_000, waste_g: 212_000, unweighed: 340, unconfirmed: 1 },
  register: {
    entries: 615,
    seal: { seq: 590, hash: '7f3a91c0d2e844b7'.repeat(4), recorded_at: '2026-10-31T17:00:00.000Z' },
  },
}

describe('the accounts', () => {
  test('say the kilograms, from when to when, and between what and what', () => {
    const said = words(rendered(<Top page={page} />))
    expect(said).toContain('Dal 1º gennaio a oggi, 22 novembre 2026.')
    expect(said).toContain('18.412 kg')
    expect(said).toMatch(/almeno 16\.570 kg .*al massimo 20\.250 kg/)
  })

  test('say it in English as well', () => {
    expect(words(rendered(<Top page={page} />, { locale: 'en' }))).toContain(
      'From 1 January to today, 22 November 2026.',
    )
  })

  test('of a year that is over say the whole year, and mark it among the years', () => {
    const html = rendered(<Top page={{ ...page, year: 2025, today: null }} />, { path: '/impact?year=2025' })
    expect(words(html)).toContain('Tutto il 2025')
    expect(html).toMatch(/aria-current="page"[^>]*>2025</)
  })

  test('of a year with nothing say so, and draw no ruler', () => {
    const nothing = { ...total(0), handovers: 0 }
    const html = rendered(<Top page={{ ...page, total: nothing, ever: nothing, years: [2026] }} />)
    expect(words(html)).toContain('Nessuna consegna confermata in questo periodo.')
    expect(html).not.toContain('class="range"')
  })

  test('say how the kilograms are known, in words and in figures', () => {
    const html = rendered(<Grades grades={page.grades} total={page.total.typ_g} />)
    expect(html).toContain('aria-label="Pesato 61 %, Documentato 19 %, Stimato 15 %, Dichiarato 5 %"')
    expect(words(html)).toContain('Pesato 11.231 kg su bilancia, ±2 %')
  })

  test('leave out no grade that counted nothing', () => {
    const said = words(rendered(<Grades grades={[total(1000, 'A')]} total={1000} />))
    expect(said).toContain('Dichiarato 0 kg')
  })
})

describe('month by month', () => {
  const html = rendered(<Months months={page.months} today={page.today} />)

  test('the drawing says its least and its most', () => {
    expect(html).toContain(
      'aria-label="Chili per mese: minimo novembre 2026 con 410 kg, massimo ottobre 2026 con 2.604 kg"',
    )
  })

  test('the month that still runs is dashed, and only that', () => {
    expect(html.match(/col--part/g)).toHaveLength(1)
    expect(rendered(<Months months={page.months} today={null} />)).not.toContain('col--part')
  })

  test('every column has its figure and its whisker', () => {
    expect(html.match(/class="whisker"/g)).toHaveLength(3)
    for (const figure of ['1.890', '2.604', '410']) expect(html).toContain(`>${figure}</text>`)
  })

  test('no column reaches above the grid, and there are at most four lines', () => {
    const heights = [...html.matchAll(/class="col(?:--part)?" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(10)
    expect(html.match(/class="grid"/g)?.length).toBeLessThanOrEqual(4)
  })

  test('the same figures are there as a table', () => {
    expect(words(html)).toContain('Vedi come tabella')
    expect(words(html)).toMatch(/ottobre 2026 2\.604 2\.340 2\.860 3/)
  })
})

describe('the other ways to cut it', () => {
  test('each European category is drawn with a hatch and said in words', () => {
    const html = rendered(<Categories categories={page.categories} materials={page.materials} />)
    expect(html).toContain('data-mat="masonry"')
    expect(words(html)).toContain('Prodotti da costruzione 6.920 kg')
    expect(words(html)).toContain('Tavole di legno massello')
  })

  test('the municipalities end with the headline', () => {
    expect(words(rendered(<Places municipalities={page.municipalities} total={page.total} />))).toMatch(
      /Totale 3 18\.412 61 %$/,
    )
  })

  test('what is not counted is said, one and many', () => {
    const said = words(rendered(<Uncounted uncounted={page.uncounted} />))
    expect(said).toContain('In deposito nelle officine 1.284 kg')
    expect(said).toContain('340 consegne')
    expect(said).toContain('1 consegna')
  })

  test('no figure of carbon dioxide appears', () => {
    const said = words(rendered(<Uncounted uncounted={page.uncounted} />))
    expect(said).toContain('L’anidride carbonica evitata è un’ipotesi')
    expect(said).not.toMatch(/CO2|CO₂/)
  })
})

describe('the register', () => {
  test('can be downloaded, and without scripts the recomputation is explained', () => {
    const html = rendered(<Register register={page.register} ever={page.ever} />)
    expect(html).toContain('href="/exports/mass-ledger.csv"')
    expect(html).toContain('href="/impact/method#chain"')
  })

  test('shows the last seal in groups that can be read aloud', () => {
    expect(words(rendered(<Register register={page.register} ever={page.ever} />))).toContain(
      'Sigillo di ottobre 2026, scrittura n. 590: 7f3a 91c0 d2e8',
    )
  })

  test('says when there is no seal yet', () => {
    const register = { entries: 0, seal: undefined }
    expect(words(rendered(<Register register={register} ever={page.ever} />))).toContain('Il primo sigillo')
  })

  test('has every column explained, in both languages', () => {
    for (const locale of ['it', 'en'] as const) {
      const html = rendered(<Method />, { locale })
      expect(html.match(/<th scope="row"><code>/g)).toHaveLength(31)
      expect(html).not.toContain('impact.method')
    }
  })
})
