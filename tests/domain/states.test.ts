import { describe, expect, test } from 'vitest'
import { nextStates as claims } from '#app/domain/claims/claim.ts'
import { nextStates as listings } from '#app/domain/listings/listing.ts'
import { nextStates as pickups } from '#app/domain/pickups/pickup.ts'

const machines: [string, Record<string, readonly string[]>, string, string[]][] = [
  [
    'claim',
    claims,
    'requested',
    ['collected', 'declined', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'no_show', 'superseded'],
  ],
  ['pickup', pickups, 'proposed', ['completed', 'cancelled', 'failed']],
  ['listing', listings, 'draft', []],
]

describe.each(machines)('a %s', (_, next, first, ends) => {
  test('leaves no end state', () => {
    expect(
      Object.keys(next)
        .filter((state) => next[state]?.length === 0)
        .sort(),
    ).toEqual([...ends].sort())
  })

  test('can reach every state there is', () => {
    const reached = new Set([first])
    for (const state of reached) for (const after of next[state] ?? []) reached.add(after)
    expect([...reached].sort()).toEqual(Object.keys(next).sort())
  })
})
