import type { Act } from '#app/domain/act.ts'
import { thank } from '#app/domain/handovers/thank.server.ts'
import { later } from '#app/domain/instant.ts'
import { contestNoShow } from '#app/domain/pickups/contest-no-show.server.ts'
import { reportNoShow } from '#app/domain/pickups/report-no-show.server.ts'
import { settleNoShow } from '#app/domain/pickups/settle-no-show.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { chanceFrom } from './chance.ts'
import type { World } from './lives.ts'

const toGivers = [
  'Tutto pronto sul marciapiede, e una mano a caricare.',
  'Come nelle foto, anzi meglio. Torno volentieri.',
  'Gentile e chiara sugli orari. Il materiale è già in opera.',
  'Aveva già tolto i chiodi: due ore risparmiate.',
  'Ci ha aperto alle sette del mattino pur di non buttarlo.',
  'Misure esatte, niente sorprese sul pianerottolo.',
  'Ha tenuto da parte anche le viti.',
]
const toTakers = [
  'Puntuale, con il furgone giusto e le cinghie.',
  'Ha lasciato pulito e mi ha mandato la foto del banco finito.',
  'Ha portato via tutto in un viaggio, come d’accordo.',
  'Cinque minuti di anticipo e due paia di guanti.',
  'Sapeva già che cosa farne, e si vede.',
]

/** Pickups that nobody came to, with what was said about them, and what people told each other when they did meet. */
export async function livePlainly(world: World) {
  await missPickups(world)
  await leaveNotes(world)
}

async function missPickups({ db, now }: World) {
  const overdue = await db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .select(['pickups.ends_at', 'pickup_claims.claim_id', 'pickups.claimant_id', 'pickups.donor_id'])
    .where('pickups.state', '=', 'confirmed')
    .where('pickups.ends_at', '<', later(now, { hours: -6 }))
    .orderBy('pickups.ends_at')
    .execute()
  const recent = overdue.filter(({ ends_at }) => ends_at > later(now, { days: -6 }))
  const old = overdue.filter((pickup) => !recent.includes(pickup)).slice(1)
  for (const missed of [...old, ...recent.slice(0, 2)]) {
    const said = { absent: 'claimant', note: 'Ho aspettato mezz’ora sotto il portone, poi ho richiuso.' } as const
    const at = later(missed.ends_at, { hours: 2 })
    const donor = asMember(missed.donor_id, at)
    const outcome = await write(db, (trx) => reportNoShow(trx, donor, missed.claim_id, said))
    if (isRefusal(outcome)) continue
    const { id, contest_by } = outcome.no_show
    const silent = { ...donor, at: contest_by, via: 'job' as const }
    if (contest_by < now) await write(db, (trx) => settleNoShow(trx, silent, id))
    else if (missed === recent[0]) {
      const answer = 'All’ora detta ero lì: ho citofonato due volte e ho la foto del citofono.'
      const claimant = asMember(missed.claimant_id, later(at, { hours: 1 }))
      await write(db, (trx) => contestNoShow(trx, claimant, id, answer))
    }
  }
}

// A stream of its own: what is added here moves nothing else in the neighbourhood.
async function leaveNotes({ db }: World) {
  const chance = chanceFrom(7)
  const met = await db
    .selectFrom('handovers')
    .select(['id', 'giver_id', 'taker_id', 'taker_confirmed_at'])
    .where('state', '=', 'confirmed')
    .orderBy('id')
    .execute()
  for (const { id, giver_id, taker_id, taker_confirmed_at } of met) {
    const at = later(taker_confirmed_at ?? '', { minutes: 20 })
    const notes = [
      { by: taker_id, likely: 0.4, text: chance.pick(toGivers) },
      { by: giver_id, likely: 0.25, text: chance.pick(toTakers) },
    ]
    for (const { by, likely, text } of notes)
      if (chance.happens(likely)) await write(db, (trx) => thank(trx, asMember(by, at), id, text))
  }
}

function asMember(id: string, at: string): Act {
  return { by: { id, is_admin: false, coordinates: [] }, at, via: 'script' }
}
