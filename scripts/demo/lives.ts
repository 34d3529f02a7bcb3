import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { later, toRome } from '#app/domain/instant.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import type { Agenda } from './agenda.ts'
import type { Chance } from './chance.ts'
import { accept, nameDoor } from './goals.ts'
import { done } from './post.ts'
import { actOf, type Resident } from './settle.ts'
import { weigh } from './weighing.ts'

export type World = {
  db: Db
  chance: Chance
  agenda: Agenda
  now: string
  residents: readonly Resident[]
  /** How many of this week's pickups nobody came to. */
  missed: number
}
type Deal = {
  lot: string
  donor: Resident
  claimant: Resident
  at: string
  wanted: number
  least: number
  /** For a draw. */
  word?: string
  /** Theirs by chance, unless said. */
  transport?: 'needs_delivery'
}

const purposes = [
  'Otto mensole per la biblioteca.',
  'Banchi per il laboratorio.',
  'Una tettoia per gli attrezzi.',
  'Quinte di scena.',
  'Prove di saldatura con i ragazzi.',
  'Un tavolo lungo per la mensa.',
  'Riparare il pavimento della sala.',
  'Panche per il cortile.',
  'Fioriere per il mercato.',
]
const transports = ['van', 'van', 'car', 'car', 'bike', 'truck'] as const
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Somebody asks. Returns the claim's id, or undefined when the lot had none left for them. */
export async function ask({ db, chance }: World, { lot, claimant, at, wanted, least, word = '', transport }: Deal) {
  const asked = {
    qty_wanted: wanted,
    qty_min: least,
    days: [chance.pick(days)],
    transport: transport ?? chance.pick(transports),
    purpose: chance.pick(purposes),
    organisation_id: claimant.coordinates.length > 0 ? null : claimant.organisation_id,
    hub_id: claimant.coordinates[0] ?? null,
    draw_word: word,
  }
  const outcome = await write(db, (trx) => placeClaim(trx, actOf(claimant, at), lot, asked))
  return 'claim' in outcome ? outcome.claim : undefined
}

/** A whole deal, from asking to the weighing, each step some hours after the other. `until` stops it part of the way. */
export function deal(
  world: World,
  facts: Deal,
  until: 'requested' | 'offered' | 'confirmed' | 'proposed' | 'scheduled' | 'collected' | 'declined',
) {
  const { agenda, chance, db } = world
  const { donor, claimant, at } = facts
  agenda.plan(at, async () => {
    const claim = await ask(world, facts)
    if (!claim || until === 'requested') return
    const answered = later(at, { hours: chance.whole(2, 9) })
    if (claim.state === 'requested' && until === 'declined')
      return agenda.plan(answered, () => decline(world, donor, claim.id, answered))
    agenda.plan(answered, async () => {
      if (claim.state === 'waitlisted' || until === 'declined') return
      if (claim.state === 'requested') {
        const offered = await write(db, (trx) => offerUnits(trx, actOf(donor, answered), claim.id, claim.qty_wanted))
        if (isRefusal(offered)) return decline(world, donor, claim.id, answered)
      }
      if (until === 'offered') return
      const accepted = later(answered, { hours: 1 })
      agenda.plan(accepted, async () => {
        if (claim.state === 'requested') await accept(db, claimant, claim.id, accepted)
        if (facts.transport === 'needs_delivery') await nameDoor(db, claimant, claim.id, accepted)
        if (until !== 'confirmed')
          agenda.plan(later(accepted, { hours: 1 }), () =>
            meet(world, facts, claim.id, { at: later(accepted, { hours: 1 }), until }),
          )
      })
    })
  })
}

async function decline({ db, chance }: World, donor: Resident, claimId: string, at: string) {
  const reason = chance.pick(['needed-elsewhere', 'too-late', 'wrong-transport'] as const)
  await write(db, (trx) => declineClaim(trx, actOf(donor, at), claimId, reason))
}

/** They agree on a time and, when nothing stops them earlier, hand over. */
export async function meet(world: World, facts: Deal, claimId: string, { at, until }: { at: string; until: string }) {
  const { agenda, chance, db } = world
  const day = later(at, { days: chance.whole(1, 3) })
  const starts_at = `${toRome(day).slice(0, 10)}T${chance.pick(['09:30', '11:00', '15:00', '17:30'])}`
  const time = {
    starts_at,
    minutes: 60,
    note: chance.pick(['', '', 'Suonare due volte.', 'Passo carrabile a destra.']),
    override_reason: '',
  }
  const proposed = await write(db, (trx) => proposePickup(trx, actOf(facts.claimant, at), claimId, time))
  if (!('pickup' in proposed) || until === 'proposed') return
  const agreed = later(at, { hours: 2 })
  agenda.plan(agreed, async () => {
    const confirmed = await write(db, (trx) => confirmPickup(trx, actOf(facts.donor, agreed), proposed.pickup.id))
    if (!('pickup' in confirmed) || until === 'scheduled') return
    const met = later(proposed.pickup.starts_at, { minutes: 25 })
    if (!isMissed(world, met)) agenda.plan(met, () => handOver(world, facts, claimId, met))
  })
}

/** Of this week's agreed pickups the first three come to nothing; what is said about them follows at the end. */
function isMissed(world: World, met: string) {
  if (met < later(world.now, { days: -5 }) || met > later(world.now, { hours: -12 }) || world.missed === 3) return false
  world.missed += 1
  return true
}

async function handOver(world: World, { donor, claimant, lot }: Deal, claimId: string, at: string) {
  const { db, chance, agenda } = world
  const code = await proofOfClaim(db, claimId, 'taker')
  const claim = await db
    .selectFrom('claims')
    .select(['qty', 'state'])
    .where('id', '=', claimId)
    .executeTakeFirstOrThrow()
  if (!code || claim.state !== 'scheduled') return
  const listing = await db.selectFrom('listings').selectAll().where('id', '=', lot).executeTakeFirstOrThrow()
  const weighed = await weigh(chance, listing, claim.qty)
  const form = {
    code: code.code,
    quantity: claim.qty,
    condition: 'as_described' as const,
    note: '',
    tare_g: 0,
    idempotency_key: crypto.randomUUID(),
    ...weighed,
  }
  const recorded = done(await write(db, (trx) => recordHandover(trx, actOf(donor, at), claimId, form)))
  if (!('handover' in recorded)) return
  const { handover } = recorded
  if (chance.happens(0.04)) return
  const confirmed = later(at, { minutes: chance.whole(2, 40) })
  agenda.plan(
    confirmed,
    async () => void done(await write(db, (trx) => confirmHandover(trx, actOf(claimant, confirmed), handover.id))),
  )
}
