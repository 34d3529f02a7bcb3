import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { rank, type Standing } from '#app/domain/claims/rank.ts'
import { drawOf } from '#app/domain/discovery/draw.read.server.ts'
import { cleanDrawWord, publicData } from '#app/domain/listings/draw.ts'
import { asked, close, windowed } from '../support/fair.ts'
import { db, freshWorld } from '../support/world.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a draw', () => {
  beforeEach(freshWorld)

  test('says nothing but its promise until the window closes, and then all that is needed to do it again', async () => {
    const lot = await windowed({ total: 5 })
    const words = { bruno: 'quercia', gina: 'lime, green | 7:30', ivo: '' }
    for (const who of ['bruno', 'gina', 'ivo'] as const) await asked(who, lot.id, { draw_word: words[who] })
    const before = await drawOf(db, lot.id)
    expect(before?.revealed).toBeUndefined()
    expect(JSON.stringify(before)).not.toContain((await secretOf(lot.id)).seed)

    await close(lot.id)
    const draw = await drawOf(db, lot.id)
    if (!draw?.revealed) throw new Error('not revealed')
    const { seed, public_data, entries } = draw.revealed
    expect(sha256(seed)).toBe(draw.commitment)
    const [head, list = ''] = public_data.split('|')
    expect(head).toBe('0'.repeat(64))
    const claims = list.split(',').map((entry) => entry.split(':'))
    expect(claims.map(([, word]) => word).toSorted()).toEqual(['', 'lime green 7 30', 'quercia'])
    const ids = claims.map(([id = '']) => id)
    expect(ids).toEqual(ids.toSorted())
    const again = ids
      .map((claim_id) => ({ claim_id, ticket: sha256(`${seed}|${public_data}|${claim_id}`) }))
      .toSorted((one, other) => (one.ticket < other.ticket ? -1 : 1))
    expect(entries.map(({ claim_id, ticket }) => ({ claim_id, ticket }))).toEqual(again)
    expect(entries.map(({ place_drawn }) => place_drawn)).toEqual([1, 2, 3])
  })

  test('among equals decides the order in which they are served', async () => {
    const lot = await windowed({ total: 4 })
    for (const who of ['bruno', 'gina', 'ivo', 'dario'] as const) await asked(who, lot.id, { qty_wanted: 3 })
    await close(lot.id)
    const draw = await drawOf(db, lot.id)
    const ranked = await db
      .selectFrom('claims')
      .select('id')
      .where('parent_id', 'is', null)
      .orderBy('place_in_rank')
      .execute()
    expect(ranked.map(({ id }) => id)).toEqual(draw?.revealed?.entries.map(({ claim_id }) => claim_id))
  })

  test('takes in what stood in the ledger when it was revealed, which nobody knew when it was promised', async () => {
    await db
      .updateTable('ledger_head')
      .set({ hash: 'ab'.repeat(32) })
      .execute()
    const lot = await windowed()
    await asked('bruno', lot.id)
    await close(lot.id)
    expect((await drawOf(db, lot.id))?.revealed?.public_data.startsWith(`${'ab'.repeat(32)}|`)).toBe(true)
  })

  test('once drawn cannot be rewritten', async () => {
    const lot = await windowed()
    await asked('bruno', lot.id)
    await close(lot.id)
    await expect(db.updateTable('draw_entries').set({ ticket: '0' }).execute()).rejects.toThrow('append-only')
  })
})

test.each([
  ['keeps a plain word', 'quercia', 'quercia'],
  ['loses what separates words in the public data', 'a|b,c:d', 'a b c d'],
  ['loses line ends and what cannot be seen', ' a\n\u200bb\u0000 ', 'a b'],
  ['is cut at forty characters, counted as people do', '😀'.repeat(50), '😀'.repeat(40)],
  ['is one text however its accents were typed', 'perche\u0301', 'perché'],
])('a word %s', (_, typed, word) => {
  expect(cleanDrawWord(typed)).toBe(word)
})

test('whatever is typed, the public data can be taken apart again', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 8 }), (typed) => {
      const words = typed.map((text, n) => ({ claim_id: `claim-${n}`, draw_word: cleanDrawWord(text) }))
      const [head, list = '', ...more] = publicData('', words).split('|')
      expect([head?.length, more.length]).toEqual([64, 0])
      const back = list === '' ? [] : list.split(',').map((entry) => entry.split(':'))
      expect(back).toEqual(words.map(({ claim_id, draw_word }) => [claim_id, draw_word]))
    }),
    { numRuns: 200 },
  )
})

describe('the rank', () => {
  const standing = fc.record<Standing>({
    claim_id: fc.uuid(),
    is_reserved: fc.boolean(),
    takes_all: fc.boolean(),
    is_coming: fc.boolean(),
    quota: fc.boolean().map((has_left) => ({ used: 3, allowed: 8, has_left })),
    reliability: fc.constantFrom('new', 'always', 'nearly-always', 'mostly', 'seldom'),
    ticket: fc.stringMatching(/^[0-9a-f]{16}$/),
  })
  const everybody = fc.uniqueArray(standing, {
    maxLength: 12,
    comparator: (one, other) => one.claim_id === other.claim_id || one.ticket === other.ticket,
  })

  test('is the same in whatever order people asked, and gives everybody a place of their own', () => {
    fc.assert(
      fc.property(everybody, fc.nat(), (all, turn) => {
        const turned = [...all.slice(turn % (all.length || 1)), ...all.slice(0, turn % (all.length || 1))]
        const ranked = rank(all)
        expect(rank(turned)).toEqual(ranked)
        expect(ranked.map(({ place }) => place)).toEqual(all.map((_, n) => n + 1))
      }),
    )
  })

  test('never puts anybody before somebody whom an earlier rule puts first', () => {
    const trust = { new: 0, always: 0, 'nearly-always': 0, mostly: 1, seldom: 2 }
    const keys = (one: Standing) => [
      one.is_reserved ? 0 : 1,
      one.takes_all || one.is_coming ? 0 : 1,
      one.quota.has_left ? 0 : 1,
      trust[one.reliability],
      one.ticket,
    ]
    fc.assert(
      fc.property(everybody, (all) => {
        const ranked = rank(all)
        for (const [n, one] of ranked.entries()) {
          const next = ranked[n + 1]
          if (!next) continue
          const first = keys(one).findIndex((key, at) => key !== keys(next)[at])
          expect(Number((keys(one)[first] as string) < (keys(next)[first] as string))).toBe(1)
          expect(next.decided_by).toBe(['audience', 'one-trip', 'quota', 'reliability', 'draw'][first])
        }
      }),
    )
  })

  test('of one person alone is decided by nothing', () => {
    fc.assert(
      fc.property(standing, (one) => {
        expect(rank([one])[0]).toMatchObject({ place: 1, of: 1, decided_by: 'alone' })
      }),
    )
  })
})

function secretOf(listingId: string) {
  return db.selectFrom('draws').select('seed').where('listing_id', '=', listingId).executeTakeFirstOrThrow()
}
