import { setTimeout as pause } from 'node:timers/promises'
import { understandPlace } from '#app/domain/places/gazetteer.server.ts'
import { type GeocodedPlace, noStreets, type Streets } from '#app/domain/places/geocoded.ts'
import { geocodedPlaces } from '#app/domain/places/geocoded-places.read.server.ts'
import { rememberPlaces } from '#app/domain/places/remember-places.server.ts'
import { takeTurn, turnAnswered, turnFailed } from '#app/domain/places/take-turn.server.ts'
import { inItsTown } from '#app/domain/places/town-of-located.server.ts'
import { write } from '#app/domain/write.server.ts'
import { askGeocoder, hasGeocoder } from '#app/gateways/geocoder.server.ts'
import type { Db } from '#db/database.ts'

/** For so long somebody may wait for their turn, besides the three seconds that the answer may take. */
const patience = 2_000

/**
 * Where a text is that the gazetteer does not know, or that is a street: remembered, or asked of the installation's geocoder
 * when its turn comes. Only for what somebody sent off: Nominatim's terms forbid asking while they type.
 */
export async function streetsCalled(db: Db, text: string, now: string): Promise<Streets> {
  const known = await streetsRemembered(db, text, now)
  if (known.state !== 'later') return known
  const turn = await write(db, (trx) => takeTurn(trx, now, patience))
  if (turn === undefined) return { state: 'away', answers: [] }
  await pause(Date.parse(turn) - Date.parse(now))
  const answer = await askGeocoder(text)
  if (!Array.isArray(answer)) {
    await write(db, (trx) => turnFailed(trx, new Date().toISOString(), answer.wait))
    return { state: 'away', answers: [] }
  }
  const answers = answer.map(inItsTown).filter((place): place is GeocodedPlace => place !== undefined)
  await write(db, async (trx) => {
    await turnAnswered(trx, now)
    await rememberPlaces(trx, now, text, answers)
  })
  return { state: 'asked', answers }
}

/** What is remembered of a text; `later` when the geocoder would have to be asked. */
export async function streetsRemembered(db: Db, text: string, now: string): Promise<Streets> {
  if (!hasGeocoder() || text.trim().length < 3 || understandPlace(text, 1).as === 'named') return noStreets
  const answers = await geocodedPlaces(db, text, now)
  return answers ? { state: 'asked', answers } : { state: 'later', answers: [] }
}
