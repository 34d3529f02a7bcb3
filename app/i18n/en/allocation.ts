import type { English } from '../catalogue.ts'
import type { allocation as italian } from '../it/allocation.ts'

export const allocation: English<typeof italian> = {
  title: 'Who gets it',
  rules: {
    window_open:
      'Requests are collected until {{when}}, and asking early gives no advantage. Then each in turn is offered what fits.',
    window_closed: 'The collection closed {{when}}. Whoever asks now comes after those already in line.',
    donor_picks: 'The donor reads the requests and chooses. Everybody gets an answer.',
    first_come: 'First come, first served: if there’s enough it’s theirs at once, the others join the line.',
    rescue: 'Less than a day to go: it goes to the first to ask, and whoever comes after joins the line.',
  },
  short: {
    window_open: 'Requests collected until {{when}}, then put in order.',
    window_closed: 'Collection closed: you join the line after the others.',
    donor_picks: 'The donor chooses.',
    first_come: 'The first to ask.',
    rescue: 'Last day: the first to ask.',
  },
  more: 'All the rules',
  order: {
    lead: 'The order, when there isn’t enough for everybody:',
    reserved: 'schools, non-profits and public bodies, until {{when}}',
    whole: 'whoever takes the whole lot, or is coming there for a pickup anyway',
    quota: 'whoever is still within their quota',
    reliability: 'whoever usually turns up',
    draw: 'if still level, the draw',
  },
  facts: { closes: 'The collection closes', asked: 'Have asked', first: 'First', quota: 'Quota' },
  quota: '{{lots}} lots at most in {{days}} days, then you go to the back',
  sealed:
    'The seed of the draw is chosen and sealed already. This is its fingerprint: later it will show nothing changed.',
  draw: {
    title: 'The draw',
    lead_one: 'Done {{when}}, with {{count}} request.',
    lead_other:
      'Done {{when}} among {{count}} requests. It only decides between those who are level: the other rules come first.',
    caption: 'The requests in the order they were drawn',
    place: 'Drawn',
    entrant: 'Who',
    request: 'Request {{number}}',
    mine: '{{name}}, yours',
    word: 'Word',
    ticket: 'Ticket',
    check: 'The check',
    checking: 'Computing it again in this browser…',
    same: 'Computed again in this browser: the same.',
    different: 'Computed again in this browser: it doesn’t match. Tell whoever coordinates the hub.',
    unable: 'This browser can’t compute it again. How to do it by hand is below.',
  },
  hand: {
    title: 'Do it again yourself, by hand',
    sealed: 'The SHA-256 of the seed must be the fingerprint published before the collection.',
    data: 'The public data are the ledger’s last hash at that hour, then every request with its word.',
    ticket: 'A request’s ticket is the SHA-256 of “seed|public data|request”.',
    order: 'The tickets in rising order are the order drawn.',
    names: { commitment: 'Fingerprint published before', seed: 'Seed', public_data: 'Public data' },
    script: 'Or with this script of twenty lines, which uses nothing of ours:',
  },
}
