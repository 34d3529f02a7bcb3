import { later } from '#app/domain/instant.ts'
import { deal, type World } from './lives.ts'
import { offers } from './offers.ts'
import { post } from './post.ts'

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
