import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { anchorsOf } from '#app/domain/discovery/anchors.ts'
import { searchesAnsweredBy } from '#app/domain/discovery/answered-searches.read.server.ts'
import { answers } from '#app/domain/discovery/answers.ts'
import { questionToKeep, readQuestion } from '#app/domain/discovery/asked.ts'
import { forgetSearch } from '#app/domain/discovery/forget-searches.server.ts'
import { askInstead, keepSearch } from '#app/domain/discovery/keep-search.server.ts'
import { matchListing } from '#app/domain/discovery/match-listing.server.ts'
import { openWithPoint } from '#app/domain/discovery/matches.read.server.ts'
import { closeFeed, openFeed } from '#app/domain/discovery/open-feed.server.ts'
import { reviseSearch } from '#app/domain/discovery/revise-search.server.ts'
import { savedSearchesOf, searchOfFeed } from '#app/domain/discovery/saved-searches.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { later } from '#app/domain/instant.ts'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { chooseNotices } from '#app/domain/notifications/choose-notices.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { lettersInOutbox } from '#app/gateways/mail-outbox.server.ts'
import { carryMails } from '#app/jobs/carry-mails.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { asked } from '../support/notice-choices.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

/** A minute past eight the next morning in Rome. */
const eight = '2026-11-25T07:01:00.000Z'

beforeEach(async () => {
  rmSync(join(process.env['DATA_DIR'] ?? '', 'outbox'), { recursive: true, force: true })
  await freshWorld()
})

type Keeping = { who?: Neighbour; name?: string; rhythm?: 'at_once' | 'daily'; at?: string }
const keeping = (question: string, { who = 'bruno', name = 'Tavole', rhythm = 'at_once', at = now }: Keeping = {}) =>
  write(db, (trx) => keepSearch(trx, actOf(who, at), { question, name, rhythm }))
async function keep(question: string, how: Keeping = {}) {
  const kept = await keeping(question, how)
  if (isRefusal(kept)) throw new Error(kept.refused)
  return kept.search
}
const open = (id: string, at = now) => write(db, (trx) => matchListing(trx, { ...actOf('elena', at), via: 'job' }, id))
const notices = (member: Neighbour = 'bruno') =>
  db.selectFrom('notices').select(['kind', 'mail_plan', 'details']).where('member_id', '=', member).execute()
const mails = () => db.selectFrom('mails').select(['member_id', 'kind', 'next_try_at']).execute()
const letters = async (at: string) => {
  await carryMails(db, at)
  return lettersInOutbox()
}

describe('when a lot opens', () => {
  test('who asked to know at once has a letter with the reason in it', async () => {
    await keep('near=Centocelle&lat=41.881&lon=12.566&radius=10&cut=2+da+1200x190%3B1+da+2000x300', { name: 'Mensole' })
    const lot = await given.listing({ must_go_by: later(now, { days: 3 }) })
    await open(lot.id)
    const [letter, ...others] = await letters(now)
    expect(others).toEqual([])
    const why = ': 1 delle tue 2 misure, a 6,9\u00a0km, legno massello, entro ven 27'
    expect(letter).toMatchObject({ to: 'bruno@example.org', subject: `«Tavole di abete»${why}` })
    expect(letter?.text).toContain(`Per «Mensole»: 40\u00a0pezzi di «Tavole di abete»${why}.`)
    expect(letter?.text).toContain(`http://localhost:3000/listings/${lot.id}`)
    expect(letter?.text).toContain('Non scrivetemi più di «Le tue ricerche»')
  })

  test('in their language, and without reasons where none is needed', async () => {
    await keep('q=tavole', { who: 'gina', name: 'Boards' })
    await open((await given.listing({ must_go_by: null, material_key: null })).id)
    expect(await letters(now)).toMatchObject([{ locale: 'en', subject: '“Tavole di abete”' }])
  })

  test('who asked for once a day finds it in the digest, with the others of that day', async () => {
    await keep('q=tavole', { rhythm: 'daily', name: 'Tavole per caso' })
    for (const title of ['Tavole di abete', 'Tavole di larice']) await open((await given.listing({ title })).id)
    expect((await notices()).map(({ mail_plan }) => mail_plan)).toEqual(['digest', 'digest'])
    expect(await letters(now)).toEqual([])
    await hearClocks(db, eight)
    const [digest, ...others] = await letters(eight)
    expect(others).toEqual([])
    expect(digest?.text).toContain('Per «Tavole per caso»: 40\u00a0pezzi di «Tavole di abete»')
    expect(digest?.text).toContain('«Tavole di larice»')
  })

  test('what the digest would bring too late leaves at once', async () => {
    await keep('q=tavole', { rhythm: 'daily' })
    await open((await given.listing({ must_go_by: later(now, { hours: 6 }) })).id)
    expect(await letters(now)).toHaveLength(1)
  })

  test('a night is left in peace', async () => {
    await keep('q=tavole')
    await open((await given.listing()).id, '2026-11-24T23:00:00.000Z')
    expect(await mails()).toMatchObject([{ next_try_at: '2026-11-25T06:00:00.000Z' }])
  })

  test('who wants no mail about searches, or all of it in the digest, has it so', async () => {
    await keep('q=tavole')
    await keep('q=tavole', { who: 'gina' })
    await write(db, (trx) => chooseNotices(trx, actOf('bruno'), asked({ searches_mail: 'never' })))
    await write(db, (trx) => chooseNotices(trx, actOf('gina'), asked({ searches_mail: 'digest' })))
    await open((await given.listing()).id)
    expect([await notices(), await notices('gina')]).toMatchObject([[{ mail_plan: 'none' }], [{ mail_plan: 'digest' }]])
  })

  test('a lot is told once, however often it opens, and to each person once, whatever they keep and look for', async () => {
    await keep('q=tavole', { rhythm: 'daily' })
    await keep('material=wood', { name: 'Legno' })
    await keep('cut=1+da+1200x190', { name: 'Una mensola' })
    await given.wanted({ material_key: 'wood.solid' })
    const lot = await given.listing()
    for (const at of [now, later(now, { days: 1 }), later(now, { days: 2 })]) await open(lot.id, at)
    const [only, ...others] = await notices()
    expect(others).toEqual([])
    expect(only).toMatchObject({ kind: 'search-answered', mail_plan: 'now' })
    expect(JSON.parse(only?.details ?? '')).toMatchObject({ search: 'Una mensola', cut_lines: 1, cut_of: 1 })
    expect(await savedSearchesOf(db, 'bruno')).toMatchObject([{ answers: 1 }, { answers: 1 }, { answers: 1 }])
  })

  test('a search kept later hears of what opens later only', async () => {
    const lot = await given.listing()
    await open(lot.id)
    await keep('q=tavole')
    expect(await notices()).toEqual([])
    await open(lot.id)
    expect(await notices()).toHaveLength(1)
  })

  test('not who gives it, nor who acts for the organisation that does', async () => {
    for (const who of ['ada', 'ivo', 'bruno'] as const) await keep('q=tavole', { who })
    await open((await given.listing({ organisation_id: 'edilferro' })).id)
    expect([await notices('ada'), await notices('ivo')]).toEqual([[], []])
    expect(await notices()).toHaveLength(1)
  })

  test('not who paused it, until they turn it on again', async () => {
    const { id } = await keep('q=tavole', { rhythm: 'daily' })
    const revise = (rhythm: 'paused' | 'daily') =>
      write(db, (trx) => reviseSearch(trx, actOf('bruno'), id, { name: '', rhythm }))
    await revise('paused')
    await open((await given.listing()).id)
    expect(await notices()).toEqual([])
    expect(await savedSearchesOf(db, 'bruno')).toMatchObject([{ name: 'Tavole', rhythm: 'daily', paused_at: now }])
    await revise('daily')
    await open((await given.listing()).id)
    expect(await notices()).toHaveLength(1)
  })

  test('kept for schools first, it is open to a school’s search alone', async () => {
    for (const who of ['bruno', 'chiara'] as const) await keep('q=tavole&open=1', { who })
    await open((await given.listing({ reserved_until: later(now, { hours: 6 }) })).id)
    expect([(await notices()).length, (await notices('chiara')).length]).toEqual([0, 1])
  })

  test('at a hub when it lies there', async () => {
    await keep('at_hub=1')
    await open((await given.listing({ place_id: 'oz-yard' })).id)
    await open((await given.listing()).id)
    expect(await notices()).toHaveLength(1)
  })

  test('more than two hundred searches are told in turns', async () => {
    for (let n = 0; n < 205; n += 1) {
      const who = (['bruno', 'chiara', 'gina', 'ivo', 'pia', 'dario', 'elena'] as const)[Math.floor(n / 30)] ?? 'bruno'
      await keep(`q=tavole&radius=${1 + (n % 30)}`, { who })
    }
    const lot = await given.listing()
    await open(lot.id)
    const told = () => db.selectFrom('search_answers').select('search_id').execute()
    expect(await told()).toHaveLength(200)
    await hearClocks(db, later(now, { minutes: 2 }))
    expect(await told()).toHaveLength(205)
    expect(await notices('bruno')).toHaveLength(1)
  })
})

describe('what is kept', () => {
  const question = (url: string, place?: { name: string; latitude_e6: number; longitude_e6: number }) =>
    questionToKeep(readSearch(new URLSearchParams(url)), place)

  test('is the same text for the same question, without how it is shown', () => {
    expect(question('sort=best_fit&material=wood&q=tavole&after=x')).toBe(question('q=tavole&material=wood'))
    const tivoli = { name: 'Tivoli', latitude_e6: 41_960_000, longitude_e6: 12_800_000 }
    expect(question('near=tivoli&radius=5', tivoli)).toBe('near=Tivoli&lat=41.96&lon=12.8&radius=5')
    expect(question('near=nowhere&radius=5')).toBe('')
    expect(question('bbox=1,2,3,...&cut=boh&tolerance=3')).toBe('')
    expect(question('near=qui&lat=41.9&lon=12.5&radius=5')).toBe('near=qui&lat=41.9&lon=12.5&radius=5')
  })

  test('is thirty questions at most, also when they come at once, and each once', async () => {
    for (let n = 1; n < 30; n += 1) await keep(`quantity=${n}`)
    const outcomes = await Promise.all([keeping('quantity=30'), keeping('quantity=31')])
    expect(outcomes.filter(isRefusal)).toEqual([{ refused: 'too-many-searches' }])
    expect(await keeping('quantity=1')).toEqual({ refused: 'kept-already' })
    expect(await keeping('quantity=1', { who: 'gina' })).toHaveProperty('search')
  })

  test('can be asked anew: what it was is found no more', async () => {
    const { id } = await keep('q=porte')
    await keep('q=ferro')
    const instead = (text: string, who: Neighbour = 'bruno') =>
      write(db, (trx) => askInstead(trx, actOf(who), id, text))
    expect(await instead('q=tavole', 'gina')).toEqual({ refused: 'not-yours' })
    expect(await instead('q=ferro')).toEqual({ refused: 'kept-already' })
    expect(await instead('q=tavole')).toEqual({ search: { id } })
    const filed = await db.selectFrom('search_anchors').select('anchor').where('search_id', '=', id).execute()
    expect(filed.map(({ anchor }) => anchor)).toEqual(anchorsOf(readQuestion('q=tavole')))
    await open((await given.listing({ title: 'Porte', search_text: 'porte' })).id)
    expect(await notices()).toEqual([])
    await open((await given.listing()).id)
    expect(await notices()).toHaveLength(1)
  })

  test('is its keeper’s alone to change or delete', async () => {
    const { id } = await keep('q=tavole')
    const as = actOf('gina')
    expect(await write(db, (trx) => reviseSearch(trx, as, id, { name: 'x', rhythm: 'daily' }))).toHaveProperty(
      'refused',
    )
    expect(await write(db, (trx) => forgetSearch(trx, as, id))).toHaveProperty('refused')
    expect(await write(db, (trx) => openFeed(trx, as, id))).toHaveProperty('refused')
    expect(await savedSearchesOf(db, 'bruno')).toHaveLength(1)
  })

  test('goes with its anchors and answers when it is deleted, or its keeper leaves', async () => {
    const first = await keep('q=tavole')
    await keep('material=wood')
    await open((await given.listing()).id)
    const rows = async () => [
      (await db.selectFrom('search_anchors').selectAll().execute()).length,
      (await db.selectFrom('search_answers').selectAll().execute()).length,
    ]
    expect(await rows()).toEqual([2, 2])
    await write(db, (trx) => forgetSearch(trx, actOf('bruno'), first.id))
    expect(await rows()).toEqual([1, 1])
    await write(db, (trx) => eraseAccount(trx, actOf('bruno')))
    expect([await rows(), await savedSearchesOf(db, 'bruno')]).toEqual([[0, 0], []])
  })

  test('has a feed under the newest address only, and under none once it is closed', async () => {
    const { id } = await keep('q=tavole')
    const anew = async () => {
      const opened = await write(db, (trx) => openFeed(trx, actOf('bruno'), id))
      return isRefusal(opened) ? '' : opened.token
    }
    const [first, second] = [await anew(), await anew()]
    expect(await searchOfFeed(db, first)).toBeUndefined()
    expect(await searchOfFeed(db, second)).toMatchObject({ id, locale: 'it' })
    const [row] = await savedSearchesOf(db, 'bruno')
    expect(JSON.stringify(row)).not.toContain(second)
    await write(db, (trx) => closeFeed(trx, actOf('bruno'), id))
    expect(await searchOfFeed(db, second)).toBeUndefined()
  })
})

test('of many searches and many lots, each lot finds exactly those it answers', async () => {
  const parts = {
    q: ['', 'tavole', 'abete', 'legno', 'porta', 'assi'],
    material: ['', 'wood', 'wood.solid', 'metal', 'wood.panel.mdf'],
    place: [
      '',
      'lat=41.94&lon=12.53&radius=2',
      'lat=41.88&lon=12.56&radius=7',
      'lat=42&lon=12&radius=100',
      'bbox=12.5,41.8,12.6,41.9',
    ],
    cut: ['', 'cut=2+da+1200x190', 'cut=1+da+400x300', 'cut=1+da+3000x200'],
    by: ['', 'by=week', 'quantity=20', 'condition=good', 'weighed=1'],
  }
  const some = fc.record({
    q: fc.constantFrom(...parts.q),
    material: fc.constantFrom(...parts.material),
    place: fc.constantFrom(...parts.place),
    cut: fc.constantFrom(...parts.cut),
    by: fc.constantFrom(...parts.by),
  })
  const texts = new Set(
    fc.sample(some, { numRuns: 200, seed: 7 }).map(({ q, material, place, cut, by }) => {
      const url = [q && `q=${q}`, material && `material=${material}`, place, cut, by].filter(Boolean).join('&')
      return questionToKeep(readSearch(new URLSearchParams(url)), undefined)
    }),
  )
  const keepers = (['bruno', 'chiara', 'gina', 'ivo', 'pia', 'dario', 'elena'] as const).flatMap((who) =>
    Array<Neighbour>(29).fill(who),
  )
  for (const [n, text] of [...texts].entries()) await keep(text, { who: keepers[n] ?? 'bruno' })
  const kept = await db.selectFrom('saved_searches').select(['id', 'question']).orderBy('id').execute()
  let pairs = 0
  for (let n = 0; n < 24; n += 1) {
    const material_key = ['wood.solid', 'wood.panel.mdf', 'metal.brass', null][n % 4] ?? null
    const place_id = ['cellar', 'workshop', 'oz-yard', 'borgata-yard'][(n >> 2) % 4] ?? 'cellar'
    const { id } = await given.listing({
      material_key,
      place_id,
      search_text: n % 3 ? 'tavole di abete legno' : 'porta di legno',
      piece_length_mm: n % 5 ? 900 + n * 40 : null,
      weight_grade: n % 2 ? 'A' : 'C',
      total: n % 7 ? 40 : 5,
      must_go_by: n % 2 ? later(now, { days: 3 }) : null,
    })
    const lot = await openWithPoint(db, id)
    if (!lot) throw new Error('it is live')
    const facts = {
      ...lot,
      material_key: lot.material_key ?? '',
      available: lot.total,
      at_hub: place_id.endsWith('yard') ? (1 as const) : (0 as const),
    }
    const expected = kept.filter(({ question }) =>
      answers(facts, readQuestion(question), { at: now, comes_first: false }),
    )
    pairs += expected.length
    const found = await searchesAnsweredBy(db, lot, now)
    expect(found.map((each) => each.id).sort()).toEqual(expected.map((each) => each.id).sort())
  }
  expect(pairs).toBeGreaterThan(150)
})
