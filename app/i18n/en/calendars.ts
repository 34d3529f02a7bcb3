import type { English } from '../catalogue.ts'
import type { calendars as italian } from '../it/calendars.ts'

export const calendars: English<typeof italian> = {
  title: 'Your calendar',
  lead: 'An address for your phone’s calendar: pickups appear there by themselves, and move when they move.',
  mine: 'Your pickups',
  mineLead: 'All the pickups in which you give or take, and what you bring to a hub.',
  hubLead: 'All the hub’s pickups and bookings, for those who coordinate it.',
  make: 'Make the address',
  renew: 'Change the address',
  renewLead: 'There is an address already. If you change it, the old one stops working.',
  close: 'Close the address',
  closed: 'Address closed: it opens nothing any more.',
  address: 'Calendar address',
  addressHint:
    'Copy it now: we don’t show it again. Whoever has it reads your pickups, with the addresses you may see.',
}
