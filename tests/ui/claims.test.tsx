import { describe, expect, test } from 'vitest'
import type { RankReasons } from '#app/domain/claims/rank.ts'
import type { InLine } from '#app/domain/discovery/lot-line.ts'
import { translator } from '#app/i18n/translator.ts'
import { ClaimGroups } from '#app/routes/claims._index/claim-groups.tsx'
import type { Claim } from '#app/routes/claims._index/claim-list.tsx'
import { because, claimEventWords } from '#app/ui/claim-event.ts'
import { historyWords } from '#app/ui/history-words.ts'
import { LotLineTable } from '#app/ui/lot-line.tsx'
import { decidedBy } from '#app/ui/rank-words.ts'
import { rendered, words } from '../support/render.tsx'

const reasons: RankReasons = {
  place: 3,
  of: 7,
  is_reserved: false,
  takes_all: false,
  is_coming: false,
  quota: { used: 2, allowed: 8, has_left: true },
  reliability: 'always',
  ticket: '00',
  decided_by: 'draw',
}
const inLine: InLine = {
  id: 'one',
  is_mine: false,
  is_rest: false,
  name: undefined,
  kind: 'school',
  state: 'offered',
  position: null,
  unit: 'piece',
  quantity: 6,
  rank: { ...reasons, place: 1, is_reserved: true, decided_by: 'audience' },
  reliability: undefined,
}

describe('why a claim stands where it stands', () => {
  test.each([
    [{ decided_by: 'audience', is_reserved: true }, 'reserved'],
    [{ decided_by: 'audience' }, 'not-reserved'],
    [{ decided_by: 'one-trip', takes_all: true }, 'takes-all'],
    [{ decided_by: 'one-trip', is_coming: true }, 'coming'],
    [{ decided_by: 'one-trip' }, 'two-trips'],
    [{ decided_by: 'quota' }, 'within-quota'],
    [{ decided_by: 'quota', quota: { used: 8, allowed: 8, has_left: false } }, 'over-quota'],
    [{ decided_by: 'reliability', place: 1 }, 'reliable'],
    [{ decided_by: 'reliability' }, 'less-reliable'],
    [{ decided_by: 'draw' }, 'draw'],
    [{ decided_by: 'alone' }, 'alone'],
  ] as const)('%o is said as %s', (facts, key) => {
    expect(decidedBy({ ...reasons, ...facts })).toBe(key)
  })
})

describe('what happened, in a sentence', () => {
  const say = (kind: string, details = '', locale: 'it' | 'en' = 'it') =>
    claimEventWords(translator(locale), { kind, details, quantity: 4, unit: 'piece' })?.replaceAll('\u00a0', ' ')

  test('with the place, with who was passed over and why, with the reason it ended', () => {
    expect(say('ranked', JSON.stringify(reasons))).toBe(
      'Raccolta chiusa: 3º posto su 7. Alla pari con altri: ha deciso il sorteggio.',
    )
    const passed = { why: 'minimum-too-high', free: 2, minimum: 5, until: null, favoured_id: 'x' }
    expect(say('passed-over', JSON.stringify(passed), 'en')).toBe(
      'There were 2 pieces, but the minimum here is 5 pieces: it went to the next.',
    )
    expect(say('declined', 'too-late')).toBe('Non assegnata. Motivo: I giorni non combaciano.')
    expect(say('waitlisted', 'over-quota')).toMatch(/quota/)
    expect(say('something-new')).toBeUndefined()
  })

  test('a reason written by hand stands as it was written', () => {
    expect(because(translator('it').t, 'È cartongesso rotto')).toBe('Motivo: È cartongesso rotto.')
  })

  test('about a lot, and about somebody the reader is not to know', () => {
    const line = { at: '', claim_id: null, who: null, by: null, via: 'web', quantity: 4, details: '' }
    const closed = {
      ...line,
      about: 'listing',
      kind: 'window-closed',
      details: '{"asked":3,"offered":2,"waiting":1}',
    } as const
    expect(historyWords(translator('it'), closed, 'piece')).toMatch(/3 richieste, 2 con una proposta, 1 in lista/)
    expect(historyWords(translator('it'), { ...line, about: 'pickup', kind: 'confirmed' }, 'piece')).toBe(
      'Un’altra persona: Ritiro confermato.',
    )
    expect(
      historyWords(translator('it'), { ...line, about: 'listing', kind: 'cover_changed' }, 'piece'),
    ).toBeUndefined()
  })
})

test('the line of a lot says who is who to its donor, and only what kind they are to another claimant', () => {
  const mine: InLine = { ...inLine, id: 'two', is_mine: true, kind: 'member', rank: { ...reasons, place: 2 } }
  const seen = words(rendered(<LotLineTable line={[inLine, mine]} current="two" side="claimant" />))
  expect(seen).toMatch(/1 Una scuola Rientra nella riserva\. 6 pezzi .* 2 Tu Alla pari con altri/)
  expect(seen).toContain('Tocca a te')
  const named = rendered(<LotLineTable line={[{ ...inLine, name: 'Scuola Sestio' }]} side="donor" />)
  expect(named).toContain('href="/claims/one"')
  expect(words(named)).toContain('Scuola Sestio')
})

describe('the list of claims', () => {
  const claim: Claim = {
    id: 'one',
    state: 'requested',
    title: 'Tavole',
    unit: 'piece',
    qty: 0,
    qty_wanted: 8,
    position: null,
    allocation_rule: 'donor_picks',
    is_proposed: false,
    claimant_name: 'Bruno Santi',
    organisation_name: null,
    photo_hash: null,
    photo_thumbhash: null,
    requested_at: '2026-11-24T09:00:00.000Z',
  }
  const listed = (claims: Claim[], side: 'donor' | 'claimant') =>
    words(rendered(<ClaimGroups claims={claims} side={side} unread={new Map([['one', 2]])} />))

  test('begins with what waits for the reader, and ends with what is over', () => {
    const over: Claim = { ...claim, id: 'two', title: 'Porte', state: 'collected' }
    const collecting: Claim = { ...claim, id: 'three', title: 'Lamiere', allocation_rule: 'fair_window' }
    const seen = listed([over, collecting, claim], 'donor')
    expect(seen).toMatch(/^Tocca a te Tavole .* In attesa Lamiere .* Conclusi Porte/)
    expect(seen).toContain('2 messaggi')
    expect(listed([claim], 'claimant')).toMatch(/^In attesa Tavole/)
    expect(listed([{ ...claim, state: 'offered' }], 'claimant')).toMatch(/^Tocca a te/)
    expect(listed([{ ...claim, state: 'confirmed' }], 'donor')).toMatch(/^Tocca a te/)
    expect(listed([{ ...claim, state: 'confirmed', is_proposed: true }], 'donor')).toMatch(/^In attesa/)
  })
})
