import type { English } from '../catalogue.ts'
import type { histories as italian } from '../it/histories.ts'

export const histories: English<typeof italian> = {
  title: 'The story of the lot',
  lead: 'Who, when, from where and why: a line for every change, and none is ever deleted.',
  link: 'The story of the lot',
  by: '{{name}}, {{door}}',
  somebody: 'Someone else',
  doors: { web: 'from the site', api: 'from a program', job: 'when time ran out', script: 'from the hub' },
  of: '{{name}}: {{text}}',
  listing: {
    drafted: 'Draft opened.',
    'sent-to-review': 'Sent to a coordinator for a look.',
    approved: 'Approved.',
    published: 'Published.',
    revised: 'Changed.',
    paused: 'Paused.',
    resumed: 'Back online.',
    renewed: 'Extended.',
    closed: 'Closed.',
    refused: 'Not accepted.',
    removed: 'Taken down.',
    rescue: 'Last day: from here it goes to the first to ask.',
    'window-closed': 'Collection closed: {{asked}} requests, {{offered}} with an offer, {{waiting}} in line.',
  },
  pickup: {
    proposed: 'Pickup proposed.',
    moved: 'Pickup moved.',
    confirmed: 'Pickup confirmed.',
    cancelled: 'Pickup called off.',
    completed: 'Pickup done.',
    failed: 'Pickup missed.',
  },
  ranked: 'Collection closed: place {{place}} of {{of}}. {{why}}',
  waiting: {
    reserved: 'In line: until the reserve ends, schools, non-profits and public bodies come first.',
    'over-quota': 'In line: the quota of this period has been used up.',
  },
  passed: {
    'minimum-too-high': 'There were {{free}}, but the minimum here is {{minimum}}: it went to the next.',
    reserved: 'There were {{free}}, but the reserve isn’t over: it went to the next.',
    'over-quota': 'There were {{free}}, but the quota has been used up: it went to the next.',
  },
}
