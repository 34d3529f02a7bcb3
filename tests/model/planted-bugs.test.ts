import { afterEach, expect, test, vi } from 'vitest'
import { playSequences } from '../support/model/play.ts'

type Bug =
  | 'keeps what is given back'
  | 'tells nobody'
  | 'lapses too early'
  | 'leaves an end state'
  | 'forgets who waits'
  | 'holds nobody back'
  | 'ranks the last first'
  | 'agrees to any time'

const planted = vi.hoisted(() => ({ bug: '' }))
const has = (bug: Bug) => planted.bug === bug

vi.mock(import('#app/domain/listings/hold-units.server.ts'), async (original) => {
  const house = await original()
  return {
    ...house,
    releaseUnits: async (trx, id, quantity) => has('keeps what is given back') || house.releaseUnits(trx, id, quantity),
  }
})

vi.mock(import('#app/domain/notifications/notify.server.ts'), async (original) => {
  const house = await original()
  const isEnd = (key: string) => key.startsWith('claim-ended:')
  return {
    ...house,
    notify: async (trx, act, notice) =>
      has('tells nobody') && isEnd(notice.event_key) ? undefined : house.notify(trx, act, notice),
  }
})

vi.mock(import('#app/domain/claims/move-claim.server.ts'), async (original) => {
  const house = await original()
  const ends = ['lapsed', 'declined', 'superseded', 'cancelled_by_claimant', 'cancelled_by_donor'] as const
  return {
    ...house,
    moveClaim: (trx, act, move) =>
      house.moveClaim(trx, act, has('leaves an end state') ? { ...move, from: [...move.from, ...ends] } : move),
  }
})

vi.mock(import('#app/domain/claims/waiting-list.server.ts'), async (original) => {
  const house = await original()
  return {
    ...house,
    advanceWaitingList: async (trx, act, id) => {
      if (!has('forgets who waits')) await house.advanceWaitingList(trx, act, id)
    },
  }
})

vi.mock(import('#app/domain/claims/holds.server.ts'), async (original) => {
  const house = await original()
  return {
    ...house,
    holdsOn: async (db, lot, claims, at) => (has('holds nobody back') ? new Map() : house.holdsOn(db, lot, claims, at)),
  }
})

vi.mock(import('#app/domain/claims/rank.ts'), async (original) => {
  const house = await original()
  return {
    ...house,
    rank: (standings) => {
      const ranked = house.rank(standings)
      if (!has('ranks the last first')) return ranked
      return ranked.toReversed().map((reasons, ahead) => ({ ...reasons, place: ahead + 1 }))
    },
  }
})

vi.mock(import('#app/domain/pickups/pickup.ts'), async (original) => {
  const house = await original()
  return {
    ...house,
    problemWithTimes: (times, days, now) =>
      has('agrees to any time') ? undefined : house.problemWithTimes(times, days, now),
  }
})

vi.mock(import('#app/domain/claims/offer-clock.ts'), async (original) => {
  const house = await original()
  return {
    ...house,
    offerExpiry: (now, pressing) => (has('lapses too early') ? now : house.offerExpiry(now, pressing)),
  }
})

afterEach(() => {
  planted.bug = ''
})

const bugs: readonly Bug[] = [
  'keeps what is given back',
  'tells nobody',
  'lapses too early',
  'leaves an end state',
  'forgets who waits',
  'holds nobody back',
  'ranks the last first',
  'agrees to any time',
]

test.each(bugs)(
  'a house that %s is found out',
  async (bug) => {
    planted.bug = bug
    await expect(playSequences({ runs: 400, seed: 20_261_124 })).rejects.toThrow('Property failed')
  },
  300_000,
)
