import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import { ask, meet, type World } from './lives.ts'
import { actOf, type Resident } from './settle.ts'

const words = ['quercia', 'ponte', 'tiburtina', 'mercoledì', 'lampara', 'tre scalini', 'Nino', 'sega a nastro']

type Lot = { id: string; total: number; donor: Resident; at: string }

/**
 * A fair window's life: all ask while it is open, its clock shares the lot out, and most of those who are offered some
 * accept and come for it. A window still open at the end has only its requests.
 */
export async function shareFairly(world: World, lot: Lot, claimants: readonly Resident[]) {
  const { db, chance, agenda } = world
  const { window_closes_at } = await db
    .selectFrom('listings')
    .select('window_closes_at')
    .where('id', '=', lot.id)
    .executeTakeFirstOrThrow()
  if (window_closes_at === null) return
  const open = (Date.parse(window_closes_at) - Date.parse(lot.at)) / 60_000
  for (const claimant of claimants) {
    const wanted = Math.max(1, Math.floor(lot.total / chance.pick([1, 2, 2, 3])))
    const least = chance.happens(0.3) ? wanted : Math.max(1, Math.floor(wanted / 3))
    const at = later(lot.at, { minutes: chance.whole(40, Math.floor(open) - 20) })
    const asked = { lot: lot.id, donor: lot.donor, claimant, at, wanted, least, word: chance.pick(words) }
    agenda.plan(at, async () => void (await ask(world, asked)))
  }
  attend(world, lot, claimants, window_closes_at)
}

/** For a week people look now and then whether they were offered something: most accept, and come for it. */
export function attend(world: World, lot: Lot, claimants: readonly Resident[], from: string) {
  for (let look = 0; look < 8; look += 1) {
    const at = later(from, { hours: 4 + 20 * look })
    world.agenda.plan(at, () => answer(world, lot, claimants, at))
  }
}

async function answer({ db, chance, agenda, ...rest }: World, lot: Lot, claimants: readonly Resident[], seen: string) {
  const offered = await db
    .selectFrom('claims')
    .select(['id', 'claimant_id'])
    .where('listing_id', '=', lot.id)
    .where('state', '=', 'offered')
    .where('offered_at', '<', later(seen, { hours: -3 }))
    .orderBy('id')
    .execute()
  for (const { id, claimant_id } of offered) {
    const claimant = claimants.find(({ member_id }) => member_id === claimant_id)
    if (!claimant || chance.happens(0.1)) continue
    const at = later(seen, { minutes: chance.whole(1, 90) })
    agenda.plan(at, async () => {
      const outcome = await write(db, (trx) => acceptOffer(trx, actOf(claimant, at), id))
      if ('refused' in outcome || chance.happens(0.08)) return
      const then = later(at, { hours: 1 })
      const facts = { lot: lot.id, donor: lot.donor, claimant, at, wanted: 1, least: 1 }
      agenda.plan(then, () => meet({ db, chance, agenda, ...rest }, facts, id, { at: then, until: 'collected' }))
    })
  }
}
