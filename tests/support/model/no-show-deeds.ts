import { contestNoShow } from '#app/domain/pickups/contest-no-show.server.ts'
import { decideNoShow } from '#app/domain/pickups/decide-no-show.server.ts'
import { reportNoShow } from '#app/domain/pickups/report-no-show.server.ts'
import type { Role } from './cast.ts'
import { endClaim } from './claim-deeds.ts'
import { type Aim, byEverybody } from './deed.ts'
import { type Claim, isKeeper, type Model, type NoShow, plus } from './state.ts'

export const report: Aim = (model, { flag }) => {
  const absent = flag ? 'claimant' : 'donor'
  return byEverybody(model.claims.values(), (claim, by) => ({
    verb: 'report',
    by,
    about: `the ${absent} of ${claim.id}`,
    refusal: (now) => cannotReport(now, now.claim(claim.id), by, absent),
    run: (trx, act) => reportNoShow(trx, act, claim.id, { absent, note: '' }),
    effect: (now, { no_show }) => fail(now, no_show.id, { claim: claim.id, by, absent }),
  }))
}

function cannotReport(model: Model, claim: Claim, by: Role, absent: NoShow['absent']) {
  const lot = model.lotOf(claim)
  const sides = { claimant: model.isClaimant(by, claim), donor: model.isDonor(by, lot) }
  if (sides[absent]) return 'reports their own side'
  if (!sides.claimant && !sides.donor && !isKeeper(by, lot)) return 'stands on no side'
  const pickup = lastPickup(model, claim.id)
  if (pickup?.state !== 'confirmed' && pickup?.state !== 'in_progress') return 'nothing was agreed'
  if (model.at < pickup.ends_at) return 'is not over yet'
  return pickup.claims.some((id) => model.handoverOf(id)) ? 'something changed hands' : undefined
}

function lastPickup(model: Model, claimId: string) {
  return [...model.pickups.values()]
    .filter(({ state, claims }) => state !== 'cancelled' && claims.includes(claimId))
    .at(-1)
}

function fail(model: Model, id: string, { claim, by, absent }: { claim: string; by: Role; absent: NoShow['absent'] }) {
  const pickup = lastPickup(model, claim)
  if (!pickup) return
  pickup.state = 'failed'
  const said = { pickup: pickup.id, claim, absent, reported_by: by, contest_by: plus(model.at, 7 * 24) }
  model.noShows.set(id, { id, ...said, is_contested: false, decision: null })
  for (const held of pickup.claims) {
    if (model.claim(held).state !== 'scheduled') continue
    if (absent === 'claimant') endClaim(model, held, 'no_show')
    else model.claim(held).state = 'confirmed'
  }
}

export const contest: Aim = (model) =>
  byEverybody(model.noShows.values(), (noShow, by) => ({
    verb: 'contest',
    by,
    about: noShow.id,
    refusal: (now) => {
      const { claim, absent, is_contested, decision, contest_by } = know(now, noShow.id)
      const known = now.claim(claim)
      const isTheirs = absent === 'claimant' ? now.isClaimant(by, known) : now.isDonor(by, now.lotOf(known))
      if (!isTheirs) return 'was not the one who was absent'
      return is_contested || decision !== null || now.at >= contest_by ? 'cannot be contested any more' : undefined
    },
    run: (trx, act) => contestNoShow(trx, act, noShow.id, 'Ero lì alle dieci'),
    effect: (now) => {
      know(now, noShow.id).is_contested = true
    },
  }))

export const decide: Aim = (model, { flag }) =>
  byEverybody(model.noShows.values(), (noShow, by) => ({
    verb: 'decide',
    by,
    about: noShow.id,
    refusal: (now) => {
      const { claim, is_contested, decision, reported_by } = know(now, noShow.id)
      const known = now.claim(claim)
      const lot = now.lotOf(known)
      if (!isKeeper(by, lot) || now.isClaimant(by, known) || now.isDonor(by, lot)) return 'is no judge of it'
      if (by === reported_by) return 'reported it themself'
      return !is_contested || decision !== null ? 'there is nothing to decide' : undefined
    },
    run: (trx, act) =>
      decideNoShow(trx, act, noShow.id, { decision: flag ? 'stands' : 'struck', note: 'Sentiti entrambi' }),
    effect: (now) => {
      know(now, noShow.id).decision = flag ? 'stands' : 'struck'
    },
  }))

function know(model: Model, id: string): NoShow {
  const noShow = model.noShows.get(id)
  if (!noShow) throw new Error(`the model has no ${id}`)
  return noShow
}
