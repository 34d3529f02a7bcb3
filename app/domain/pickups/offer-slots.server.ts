import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { newId } from '../id.server.ts'
import { dayInRome } from '../instant.ts'
import { daysLater, weekdayOf } from '../places/opening.ts'
import { refused } from '../refusal.ts'
import { type Door, daysAhead, overlap, type Series, type Slot, slotsOfSeries } from './slot.ts'
import type { SlotsAsk } from './slot-ask.ts'
import { doorOfHub, seriesOf, slotsOf } from './slots.read.server.ts'
import { keepSlot } from './take-place.server.ts'

/**
 * Opens slots at a hub: every week on one weekday, or on one day alone. They must lie within its opening hours, and not
 * over others of their kind.
 */
export async function offerSlots(trx: Trx, act: Act, slug: string, ask: SlotsAsk) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const today = dayInRome(act.at)
  if (ask.when === 'once' && ask.day < today) return refused('in-the-past')
  const series = seriesOfAsk(act, ask, today)
  const door = await doorOfHub(trx, hub.id)
  // A usual week decides about a series: a closure only takes its days out.
  const open = ask.when === 'once' ? door : { ...door, closures: [] }
  const days = ask.when === 'once' ? { day: ask.day, count: 1 } : { day: today, count: 7 }
  const first = slotsOfSeries({ ...series, ends_on: null }, open, days)
  if (first.length === 0) return refused('outside-hours')
  if (ask.when !== 'once') return keepSeries(trx, act, { hub_id: hub.id, door: open, series })
  const there = (await slotsOf(trx, hub.id, days)).filter(({ kind }) => kind === ask.kind)
  if (there.some((slot) => first.some((each) => collide(slot, each)))) return refused('overlaps')
  for (const slot of first) await keepSlot(trx, hub.id, { ...slot, series_id: null })
  return { hub_id: hub.id, slots: first.length }
}

/** Ends a series from today on. Places already booked stay booked. */
export async function endSeries(trx: Trx, act: Act, slug: string, seriesId: string) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  const ended = await trx
    .updateTable('slot_series')
    .set({ ends_on: daysLater(dayInRome(act.at), -1) })
    .where('id', '=', seriesId)
    .where('hub_id', '=', hub.id)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', dayInRome(act.at))]))
    .returning('id')
    .executeTakeFirst()
  return ended ?? refused('no-such-series')
}

type Time = Pick<Slot, 'starts_at' | 'ends_at'>

const collide = (a: Time, b: Time) => a.starts_at < b.ends_at && b.starts_at < a.ends_at

function seriesOfAsk(act: Act, { kind, capacity, every_minutes, hours, when, day }: SlotsAsk, today: string): Series {
  const days =
    when === 'once'
      ? { weekday: weekdayOf(day), starts_on: day, ends_on: day }
      : { weekday: when, starts_on: today, ends_on: null }
  return { id: newId(), kind, capacity, every_minutes, ...hours, ...days, made_by: act.by.id }
}

type Opening = { hub_id: string; door: Door; series: Series }

/** Not over another series, nor over single slots or booked ones of a series that has ended: unless they are the same slots. */
async function keepSeries(trx: Trx, act: Act, { hub_id, door, series }: Opening) {
  const others = await seriesOf(trx, hub_id, series.starts_on)
  if (others.some((other) => overlap(other, series))) return refused('overlaps')
  const ahead = { day: series.starts_on, count: daysAhead }
  const there = (await slotsOf(trx, hub_id, ahead)).filter(({ kind }) => kind === series.kind)
  const isNew = (each: Slot) =>
    !there.some(({ starts_at, ends_at }) => starts_at === each.starts_at && ends_at === each.ends_at)
  const offered = slotsOfSeries(series, door, ahead).filter(isNew)
  if (there.some((slot) => offered.some((each) => collide(slot, each)))) return refused('overlaps')
  await trx
    .insertInto('slot_series')
    .values({ ...series, hub_id, made_at: act.at })
    .execute()
  return { hub_id, series_id: series.id }
}
