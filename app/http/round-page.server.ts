import { coordinates } from '#app/domain/act.ts'
import { doorsOnTheRoad } from '#app/domain/claims/door.read.server.ts'
import type { Verifier } from '#app/domain/claims/handover-verifier.ts'
import type { PhotoFacts } from '#app/domain/listings/photo.ts'
import { firstPhotosOf } from '#app/domain/listings/photos.read.server.ts'
import { writeQuantity } from '#app/domain/listings/quantity.ts'
import { movesOf } from '#app/domain/rounds/moves.read.server.ts'
import { roundOf } from '#app/domain/rounds/plan.read.server.ts'
import type { PlannedLoad, PlannedStop } from '#app/domain/rounds/planned-round.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { MemberVisit } from './context.server.ts'

/** A round as its driver needs it, doors and all; undefined to whoever does not coordinate its hub. */
export async function roundPage({ db, member, locale, now }: MemberVisit, roundId: string) {
  const round = await roundOf(db, roundId)
  if (!round || !coordinates(member, round.hub_id)) return undefined
  const loads = round.stops.flatMap((stop) => stop.loads)
  const claims = [...new Set(loads.map(({ claim_id }) => claim_id))]
  const lots = [...new Set(loads.map(({ listing_id }) => listing_id))]
  const [doors, moves, photos] = await Promise.all([
    doorsOnTheRoad(db, member, claims),
    movesOf(db, roundId),
    firstPhotosOf(db, lots),
  ])
  const { id, state, version, day, vehicle_name, leaves_at, returns_at, lunch_at, metres, driver_name, capacity_g } =
    round
  return {
    round: { id, state, version, day, vehicle_name, leaves_at, returns_at, lunch_at, metres, driver_name, capacity_g },
    hub: { slug: round.hub_slug, name: round.hub_name },
    stops: round.stops.map((stop) => ({
      ...stopFacts(stop, { locale, photos }),
      ...doorFacts(doors.get(stop.place_id)),
    })),
    moves: moves.map(({ idempotency_key: key, kind, grams, quantity, grade, claim_id, reason }) => ({
      key,
      kind,
      grams,
      quantity,
      grade,
      claim_id,
      reason,
    })),
    told_at: now,
  }
}

export type RoundStanding = NonNullable<Awaited<ReturnType<typeof roundPage>>>
/** With what only the page itself brings: names for its forms, and what tells a right code without a network. */
export type RoundPage = RoundStanding & { key: string; verifiers: Verifier[] }
export type RoadStop = RoundPage['stops'][number]
export type RoadLoad = RoadStop['loads'][number]

type Shown = { locale: Locale; photos: ReadonlyMap<string, (PhotoFacts & { alt: string })[]> }

function stopFacts(stop: PlannedStop, shown: Shown) {
  const { id, kind, position, state, failed_reason, note, starts_at, ends_at, area, loads } = stop
  const first = loads[0]
  const who = (kind === 'deliver' ? first?.to : first?.from) ?? ''
  const agreed = first?.agreed_from && first.agreed_to ? { from: first.agreed_from, to: first.agreed_to } : null
  const window = kind === 'collect' ? agreed : null
  return {
    id,
    kind,
    position,
    state,
    failed_reason,
    note,
    starts_at,
    ends_at,
    area,
    who,
    window,
    loads: loads.map((load) => loadFacts(load, shown)),
  }
}

function loadFacts(load: PlannedLoad, { locale, photos }: Shown) {
  const { id, claim_id, kind, quantity, grams, state, title, unit, weight_grade, taking_hub_id, from, to } = load
  const typed = writeQuantity(quantity, unit, locale)
  return {
    id,
    claim_id,
    kind,
    quantity,
    typed,
    grams,
    state,
    title,
    unit,
    grade: weight_grade,
    is_for_hub: taking_hub_id !== null,
    from,
    to,
    photos: photos.get(load.listing_id) ?? [],
  }
}

type Door = { street: string; access_notes: string; phone: string; latitude_e6: number; longitude_e6: number }

function doorFacts(door: Door | undefined) {
  if (!door) return { street: '', access_notes: '', phone: '', point: null }
  const { street, access_notes, phone, latitude_e6, longitude_e6 } = door
  return { street, access_notes, phone, point: `${latitude_e6 / 1e6},${longitude_e6 / 1e6}` }
}
