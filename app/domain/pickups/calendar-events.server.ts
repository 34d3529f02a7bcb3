import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { PickupRow, SlotBookingRow } from '#db/schema/pickups.ts'

/** One line of somebody's calendar, the same for a file that is mailed and a feed that is asked for. */
export type CalendarEvent = {
  uid: string
  sequence: number
  starts_at: string
  ends_at: string
  stamp: string
  summary: string
  location: string | null
  description: string
  status: 'tentative' | 'confirmed' | 'cancelled'
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
}

export const calendarWords = {
  it: { pickup: 'Ritiro', from: 'Su Rimessa:', bring: 'Porti a', brings: 'Porta', collection: 'Raccolta' },
  en: { pickup: 'Pickup', from: 'On Rimessa:', bring: 'You bring to', brings: 'Brings', collection: 'Collection' },
} as const

/** The events as a calendar (RFC 5545). `request` and `cancel` go with a mail; a feed is published. */
export function calendarText(
  events: readonly CalendarEvent[],
  { name, method }: { name: string; method: 'request' | 'cancel' | 'publish' },
) {
  // No time zone here: with one, ical-generator writes the machine's local time under that label.
  const methods = {
    request: ICalCalendarMethod.REQUEST,
    cancel: ICalCalendarMethod.CANCEL,
    publish: ICalCalendarMethod.PUBLISH,
  }
  const calendar = ical({ name, method: methods[method] })
  for (const { uid, starts_at, ends_at, stamp, status, ...said } of events) {
    const times = { start: new Date(starts_at), end: new Date(ends_at), stamp: new Date(stamp) }
    calendar.createEvent({ ...said, ...times, id: uid, status: statuses[status] })
  }
  return calendar.toString()
}

type Pickup = Pick<
  PickupRow,
  | 'id'
  | 'state'
  | 'starts_at'
  | 'ends_at'
  | 'proposed_at'
  | 'confirmed_at'
  | 'ended_at'
  | 'calendar_uid'
  | 'calendar_sequence'
>

/** What a pickup's row alone says of its line: the same UID all its life, a SEQUENCE that grows, CANCELLED at the end. */
export function lineOfPickup(pickup: Pickup) {
  const off = pickup.state === 'cancelled' || pickup.state === 'failed'
  const status: CalendarEvent['status'] = off ? 'cancelled' : pickup.state === 'proposed' ? 'tentative' : 'confirmed'
  return {
    uid: pickup.calendar_uid,
    sequence: off ? pickup.calendar_sequence + 1 : pickup.calendar_sequence,
    starts_at: pickup.starts_at,
    ends_at: pickup.ends_at,
    stamp: (off ? pickup.ended_at : null) ?? pickup.confirmed_at ?? pickup.proposed_at,
    status,
  }
}

type Booking = Pick<
  SlotBookingRow,
  'id' | 'is_open' | 'booked_at' | 'released_at' | 'calendar_uid' | 'calendar_sequence'
> & { starts_at: string; ends_at: string; hub_name: string; area: string; municipality: string }

/** The line of what somebody brings to a hub, whoever reads it. */
export function lineOfBooking(row: Booking, locale: 'it' | 'en') {
  return {
    uid: row.calendar_uid,
    sequence: row.calendar_sequence,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    stamp: row.released_at ?? row.booked_at,
    status: row.is_open === 1 ? ('confirmed' as const) : ('cancelled' as const),
    summary: `${calendarWords[locale].bring} ${row.hub_name}`,
    location: `${row.hub_name}, ${row.area}, ${row.municipality}`,
    description: `${calendarWords[locale].from} ${pageOf(`/bookings/${row.id}`)}`,
  }
}

/** The page behind a line. */
export function pageOf(path: string) {
  return `${process.env['ORIGIN'] ?? 'http://localhost:3000'}${path}`
}
