import type { English } from '../catalogue.ts'
import type { notices as italian } from '../it/notices.ts'

export const notices: English<typeof italian> = {
  title: 'Notices',
  lead: 'What happened to your lots and your requests.',
  empty: 'Nothing new. We’ll write here, and by e-mail, as soon as something moves.',
  emptyNext: 'Search for a material',
  new: 'New',
  older: 'Earlier notices',
  newest: 'Back to the latest',
  seeAll: 'Mark all as read',
  kinds: {
    'claim-requested': 'Someone asks for {{quantity}} of “{{title}}”. Read what for, and answer.',
    'claim-offered': '{{quantity}} of “{{title}}”, if you want them. Answer by {{until}}.',
    'claim-confirmed': '{{quantity}} of “{{title}}”: request confirmed. Now agree on a pickup.',
    'claim-declined': 'This time “{{title}}” goes to someone else. See what there is like it near you.',
    'claim-cancelled': 'The request for {{quantity}} of “{{title}}” is cancelled.',
    'claim-waitlisted':
      'You’re in line for “{{title}}”, in place {{position}}. If someone drops out, we’ll tell you at once.',
    'claim-superseded': 'The lot “{{title}}” is closed, and your request with it. See what there is like it near you.',
    'claim-lapsed': 'Time is up: the request for {{quantity}} of “{{title}}” no longer stands.',
    'claim-no-show':
      '“{{title}}”, {{when}}: you are down as absent from the pickup, and {{quantity}} are free again. If that isn’t how it went, say so by {{until}}.',
    'pickup-proposed': 'Pickup proposed for “{{title}}”: {{when}}. Confirm it, or propose another time.',
    'pickup-confirmed': 'Pickup agreed for “{{title}}”: {{when}}. The address is on the pickup’s page.',
    'pickup-moved':
      'The pickup of “{{title}}” moves: the new proposal is {{when}}. Confirm it, or propose another time.',
    'pickup-cancelled': 'The pickup of “{{title}}” ({{when}}) is cancelled.',
    'pickup-reminder': 'Reminder: pickup of “{{title}}”, {{when}}. If you can’t make it, move or cancel it now.',
    'no-show-reported':
      '“{{title}}”, {{when}}: whoever came says nobody was there. The request stands: propose another time. If that isn’t how it went, say so by {{until}}.',
    'no-show-recorded': 'The pickup of “{{title}}” ({{when}}) is down as missed. The request says what happens now.',
    'no-show-contested':
      'There is another account of the missed pickup of “{{title}}” ({{when}}). Until a coordinator decides, it doesn’t count.',
    'no-show-stands': 'The missed pickup of “{{title}}” ({{when}}) stays on record. The request says why.',
    'no-show-struck':
      'The missed pickup of “{{title}}” ({{when}}) is struck out and no longer counts. The request says why.',
    'handover-recorded':
      'The handover of {{quantity}} of “{{title}}” is written down. Check quantity and weight, and confirm.',
    'handover-confirmed': 'Handover confirmed by both sides: {{quantity}} of “{{title}}”. From now on the kilos count.',
    'handover-objected': 'Something about the handover of “{{title}}” doesn’t add up. Read what, and answer.',
    'thanks-received': 'Someone left you a few lines about “{{title}}”. Read them on the handover.',
    'message-received': 'There’s a message about “{{title}}”. Read it and answer.',
    'listing-in-review': '“{{title}}” is waiting for a coordinator to look at it; then it goes out.',
    'listing-published': '“{{title}}” is published. We’ll write as soon as someone asks for it.',
    'listing-refused': '“{{title}}” can’t go through here. The lot’s page says why, and where to take it.',
    'listing-expiring': '“{{title}}” must go {{due}}. If there is more time, move the date.',
    'listing-closed': 'The lot “{{title}}” is closed.',
    'match-found': '{{who}} offers what you look for, {{distance}} away: {{quantity}} of “{{title}}”{{size}}.',
    'match-seekers_one': 'One person near you looks for what you offer with “{{title}}”. On its page you can propose it to them.',
    'match-seekers_other':
      '{{count}} people near you look for what you offer with “{{title}}”. On its page you can propose it to them.',
    'match-invited':
      '{{who}} thought of you: {{quantity}} of “{{title}}”{{size}}, {{distance}} away. Nothing is set aside: if you need it, ask.',
    'wanted-answered_one': 'There is a lot already for what you look for: “{{title}}”.',
    'wanted-answered_other': 'There are {{count}} lots already for what you look for: “{{title}}”.',
    'wanted-expiring': 'Still looking for “{{title}}”? If so, give it more time: otherwise we stop looking {{due}}.',
    'wanted-closed': 'Time is up for “{{title}}” and we stopped looking. If you still need it, it takes a moment to open it again.',
  },
}
