import type { English } from '../catalogue.ts'
import type { availability as italian } from '../it/availability.ts'

export const availability: English<typeof italian> = {
  title: 'When people can come by',
  lead: 'One line a day, the way you’d say it on the phone: 9–13, 15–19. All empty: at any time.',
  week: 'In a usual week',
  days: 'Other days',
  daysHint: 'A day without hours means “I can’t”. Days gone by drop out by themselves.',
  day: 'Other day {{n}}',
  hours: 'Hours on that day, {{n}}',
  scope: 'This goes for',
  lot: 'This lot',
  lotNote: 'If you leave it empty, what you said of the place counts.',
  place: 'All I give from here',
  placeNote: 'The lots you offer from this place tomorrow, too.',
  save: 'Save',
  saved: 'Saved. Whoever comes to collect picks from these times.',
  back: 'Back to the lot',
  open: 'When people can come by',
  times: 'When somebody is there',
  timesLead: 'Tap one, or type a time below.',
  at: '{{day}}, {{time}}',
  outside: 'There is usually nobody there at that time: you can still propose it, but wait for the yes.',
  proposedOutside: 'Proposed. There is usually nobody there at that time: wait for the yes.',
  refusals: {
    'not-yours': 'Only the donor can say that, or whoever coordinates.',
    'listing-closed': 'This lot is closed.',
    'not-their-place': 'This place is not the donor’s: say it of the lot alone.',
  },
}
