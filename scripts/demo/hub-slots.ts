import { dayInRome } from '#app/domain/instant.ts'
import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { offerSlots } from '#app/domain/pickups/offer-slots.server.ts'
import { planCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { freeSlots } from '#app/domain/pickups/slots.read.server.ts'
import { readSpans } from '#app/domain/places/opening.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import { done } from './post.ts'
import { actOf, type Resident } from './settle.ts'

const week = [
  ['oz', 'drop_off', 'tue', '15–19', 30, 2],
  ['oz', 'drop_off', 'sat', '10–13', 30, 3],
  ['oz', 'pickup', 'thu', '15–19', 30, 2],
  ['oz', 'pickup', 'sat', '10–13', 60, 4],
  ['quadraro', 'drop_off', 'mon', '9–13', 60, 2],
  ['quadraro', 'pickup', 'fri', '9–13', 60, 3],
] as const

/** Slots every week, a few neighbours who have booked one, and a company where the van comes by every second Thursday. */
export async function openDoors(
  db: Db,
  hubs: { oz: string; quadraro: string },
  { now, residents }: { now: string; residents: readonly Resident[] },
) {
  const slugs = { oz: 'officine-zero', quadraro: 'magazzino-quadraro' }
  for (const [hub, kind, when, hours, every_minutes, capacity] of week) {
    const runs = residents.find(({ coordinates }) => coordinates.includes(hubs[hub]))
    const [span] = readSpans(hours) ?? []
    if (!runs || !span) continue
    const ask = { kind, when, hours: span, every_minutes, capacity, day: '' }
    done(await write(db, (trx) => offerSlots(trx, actOf(runs, now), slugs[hub], ask)))
  }
  const free = await freeSlots(db, hubs.oz, 'drop_off', now)
  const notes = ['Sei porte interne', 'Un sacco di maniglie', 'Tavole di abete, due metri', 'Un tornio piccolo']
  for (const [at, note] of notes.entries()) {
    const booker = residents.filter(({ coordinates }) => coordinates.length === 0)[at]
    const slot = free[at * 2]
    if (!booker || !slot) continue
    const ask = { starts_at: slot.starts_at, note }
    done(await write(db, (trx) => bookDropOff(trx, actOf(booker, now), slugs.oz, ask)))
  }
  const runsOz = residents.find(({ coordinates }) => coordinates.includes(hubs.oz))
  const companies = db.selectFrom('organisations').select('id').where('kind', '=', 'company').orderBy('name')
  const company = await companies.executeTakeFirst()
  if (!runsOz || !company) return
  const hours = { from_time: '09:00', to_time: '11:00' }
  const thursdays = { rhythm: 'fortnightly', weekday: 'thu', nth: 1, hours, starts_on: dayInRome(now) } as const
  const ask = {
    organisation_id: company.id,
    ...thursdays,
    ends_on: '',
    note: 'Cancello del cortile, bancali e profilati',
    expected_g: 180_000,
    expected_dm3: null,
  }
  done(await write(db, (trx) => planCollections(trx, actOf(runsOz, now), slugs.oz, ask)))
}
