import type { English } from '../catalogue.ts'
import type { shell as italian } from '../it/shell.ts'

export const shell: English<typeof italian> = {
  description:
    'Boards, sheet metal, doors, fabric: those who have it offer it, those who work it collect it. Free, with the weight written down.',
  skip: 'Skip to content',
  home: 'Rimessa, home page',
  language: 'Language',
  nav: {
    label: 'Main',
    listings: 'Materials',
    impact: 'Accounts',
    about: 'How it works',
    hubs: 'Workshops',
    claims: 'Requests',
    board: 'Board',
  },
  dock: { label: 'Quick', search: 'Search', offer: 'Offer', claims: 'Requests', profile: 'Profile' },
  offer: 'Offer a material',
  signIn: 'Sign in',
  notices: 'Notices',
  unseen_one: '{{count}} notice to read',
  unseen_other: '{{count}} notices to read',
  footer: {
    about: 'What’s left over goes back to work. A free project, born at OZ – Officine Zero, Rome.',
    promise: 'Open code, open data, no advertising. Every kilo has a weighing and two signatures.',
    project: 'The project',
    help: 'Help',
    wanted: 'Wanted',
    impact: 'The accounts, open',
    weighing: 'How we weigh',
    refused: 'What we don’t take',
    howItWorks: 'How it works',
    accessibility: 'Accessibility',
    privacy: 'Your data',
    licences: 'Licences',
  },
}
