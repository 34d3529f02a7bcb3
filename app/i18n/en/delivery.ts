export const delivery = {
  title: 'Where do we bring it?',
  why: 'The hub’s van brings it here. You and whoever drives read the address, nobody else.',
  save: 'Save the place',
  back: 'Back to the request',
  saved: 'Place saved. The hub puts it on a round and proposes a time.',
  ask: 'Say where to bring it',
  asked: 'You asked for delivery: the place is missing. Without it the van cannot take it along.',
  named: 'The hub brings it',
  change: 'Change the place',
  refused: {
    'no-such-claim': 'This request is gone.',
    'not-yours': 'The place is named by whoever receives it, or by the hub for them.',
    'claim-ended': 'This request is over: there is nothing left to bring.',
    'on-a-round': 'It is on a round already: ask the hub to take it off, then change the place.',
    'outside-italy': 'The van does not leave Italy: choose a place that is nearer.',
  },
}
