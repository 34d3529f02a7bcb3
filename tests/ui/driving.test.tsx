import { describe, expect, test } from 'vitest'
import type { RoadLoad, RoadStop, RoundPage } from '#app/http/round-page.server.ts'
import { NowStop } from '#app/routes/rounds.$roundId/now-stop.tsx'
import { RoadStops } from '#app/routes/rounds.$roundId/road-stops.tsx'
import { RoundHead } from '#app/routes/rounds.$roundId/round-head.tsx'
import { isSecondTap } from '#app/routes/rounds.$roundId/second-tap.ts'
import { rendered, words } from '#tests/support/render.tsx'

const load: RoadLoad = {
  id: 'l1',
  claim_id: 'c1',
  kind: 'collect',
  quantity: 5_360,
  typed: '5,36',
  grams: 5_360,
  state: 'planned',
  title: 'Minuteria',
  unit: 'g',
  grade: 'D',
  is_for_hub: false,
  from: 'Elena S.',
  to: 'Yuki T.',
  photos: [],
}

const stop: RoadStop = {
  id: 's1',
  kind: 'collect',
  position: 1,
  state: 'planned',
  failed_reason: null,
  note: '',
  starts_at: '2026-12-02T08:00:00.000Z',
  ends_at: '2026-12-02T08:10:00.000Z',
  area: 'Garbatella',
  who: 'Elena S.',
  window: null,
  loads: [load],
  street: 'via Caffaro 8',
  access_notes: '',
  phone: '',
  point: '41.86,12.48',
}

const brought: RoadStop = {
  ...stop,
  id: 's2',
  kind: 'deliver',
  street: 'via Panisperna 60',
  loads: [{ ...load, id: 'l2', kind: 'deliver' }],
}

const home: RoadStop = { ...stop, id: 's3', kind: 'hub_in', street: '', loads: [] }

const page: RoundPage = {
  round: {
    id: 'r1',
    state: 'in_progress',
    version: 1,
    day: '2026-12-02',
    vehicle_name: 'Porter',
    leaves_at: null,
    returns_at: null,
    lunch_at: null,
    metres: 0,
    driver_name: null,
    capacity_g: 700_000,
  },
  hub: { slug: 'magazzino-quadraro', name: 'Magazzino Quadraro' },
  stops: [stop, brought, home],
  moves: [{ key: 'k1', kind: 'collected', grams: 5_360, quantity: 3, grade: 'A', claim_id: 'c1', reason: '' }],
  told_at: '2026-12-02T08:10:00.000Z',
  key: 'key',
  verifiers: [],
}

describe('the weight a lot went up with', () => {
  test.each([
    ['it', '5,36'],
    ['en', '5.36'],
  ] as const)('stands in the forms that take it off, to the gram: %s', (locale, typed) => {
    const weight = new RegExp(`name="weight"[^>]*value="${typed}"|value="${typed}"[^>]*name="weight"`)
    expect(rendered(<NowStop stop={brought} page={page} />, { locale })).toMatch(weight)
    expect(rendered(<NowStop stop={home} page={page} />, { locale })).toMatch(weight)
  })
})

describe('the sheet of a round', () => {
  const html = rendered(<RoadStops page={page} now="s1" />)

  test('has the stop that is next on it, on paper alone', () => {
    const paper = html.slice(html.indexOf('print-only'), html.indexOf('<h2'))
    expect(words(paper)).toContain('via Caffaro 8, Garbatella')
    expect(paper).not.toContain('geo:')
  })

  test('says a weight once where the quantity is a weight', () => {
    expect(words(html)).toContain('Minuteria, 5,36 kg.')
  })
})

describe('leaving', () => {
  const published = { ...page, round: { ...page.round, state: 'published' as const } }

  test('is one press on the day itself', () => {
    const html = rendered(<RoundHead page={published} />)
    expect(html).toContain('action="/rounds/r1/start"')
    expect(html).not.toContain('<details')
  })

  test('is asked about before the day', () => {
    const html = rendered(<RoundHead page={{ ...published, told_at: '2026-12-01T22:30:00.000Z' }} />)
    expect(html.indexOf('<details')).toBeLessThan(html.indexOf('action="/rounds/r1/start"'))
    expect(words(html)).toContain('Questo giro è di mercoledì 2 dicembre')
    expect(rendered(<RoundHead page={{ ...published, told_at: '2026-12-01T23:30:00.000Z' }} />)).not.toContain(
      '<details',
    )
  })
})

test('a double tap takes off one lot, however quickly the next slides under the thumb', () => {
  const last = { current: Number.NEGATIVE_INFINITY }
  expect([0, 180, 1000, 1700].map((at) => isSecondTap(at, last))).toEqual([false, true, false, false])
})
