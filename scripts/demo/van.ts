import { vehiclesOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { hubBySlug, hubs } from '#app/domain/hubs/hubs.read.server.ts'
import { dayInRome, later } from '#app/domain/instant.ts'
import { retime } from '#app/domain/pickups/rounds/retime.ts'
import { arrangeRounds } from '#app/domain/rounds/arrange-rounds.server.ts'
import { dayFacts } from '#app/domain/rounds/day-facts.server.ts'
import { collectOf, dayProblem, deliverOf } from '#app/domain/rounds/day-problem.ts'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { crowTravel } from '#app/domain/rounds/travel.ts'
import { write } from '#app/domain/write.server.ts'
import { deal, type World } from './lives.ts'
import { offers } from './offers.ts'
import { done, post } from './post.ts'
import { actOf } from './settle.ts'

const lots = 11

/** What neighbours without a van asked the hub to bring them this week: agreed on, and still without a day. */
export function planVan(world: World) {
  const { agenda, chance, db, now, residents } = world
  const people = residents.filter(({ coordinates }) => coordinates.length === 0)
  for (let n = 0; n < lots; n++) {
    const offer = offers[(n * 7 + 3) % offers.length]
    const donor = people[(n * 5 + 1) % people.length]
    const claimant = people[(n * 3 + 2) % people.length]
    if (!offer || !donor || !claimant || donor === claimant) continue
    const at = later(now, { hours: -chance.whole(40, 60) })
    agenda.plan(at, async () => {
      const facts = { offer, donor, at, days: chance.pick([5, 6, 8, 12]), rule: 'donor_picks', publish: true } as const
      const lot = await post(db, chance, facts)
      const asked = later(at, { hours: chance.whole(2, 8) })
      const wanted = Math.max(1, Math.floor(lot.total / 2))
      const ask = { lot: lot.id, donor, claimant, at: asked, wanted, least: 1, transport: 'needs_delivery' } as const
      deal(world, ask, 'confirmed')
    })
  }
}

/** A draft for the day after tomorrow, to be looked at, and the day after it a round that is announced. */
export async function planRounds(world: World) {
  await firstRound(world, 2)
  const announced = await firstRound(world, 3)
  if (!announced) return
  const { by, id } = announced
  done(await write(world.db, (trx) => publishRound(trx, actOf(by, world.now), id, 1)))
}

/** The first errand that waits at a hub on a day to come goes on a round. */
async function firstRound({ db, now, residents }: World, daysAhead: number) {
  const day = dayInRome(later(now, { days: daysAhead }))
  for (const { slug, id } of await hubs(db)) {
    const by = residents.find(({ coordinates }) => coordinates.includes(id))
    const hub = await hubBySlug(db, slug)
    if (!hub) continue
    const alone = { vehicles: await vehiclesOf(db, id), doorsOf: async () => new Map(), travelBetween: crowTravel }
    const { facts } = await dayFacts(db, hub, day, alone)
    const [van] = facts.vehicles
    const errand = facts.errands.find(({ collect, deliver }) => collect && deliver)
    if (!van || !errand || !by) continue
    const orders = [{ vehicle: van.id, stops: [collectOf(errand), deliverOf(errand)] }]
    const timed = retime(dayProblem(facts), orders).vehicles.filter((one) => one.id === van.id)
    const arranged = timed.map((one) => ({
      vehicle_id: van.id,
      version: 0,
      timed: one,
      pinned: new Set<string>(),
      is_locked: false,
    }))
    const { rounds } = done(await write(db, (trx) => arrangeRounds(trx, actOf(by, now), { hub, day }, arranged)))
    return { by, id: rounds[0] ?? '' }
  }
}
