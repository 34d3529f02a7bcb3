import { importsOf, type Rule, type Source } from './source.ts'

const mayImport: Record<string, readonly string[]> = {
  routes: ['ui', 'http', 'domain pure', 'domain server', 'gateways', 'i18n', 'styles'],
  ui: ['ui', 'domain pure', 'i18n', 'styles'],
  http: ['http', 'domain pure', 'domain server', 'gateways', 'i18n', 'db types', 'db connect'],
  'domain pure': ['domain pure', 'db types', 'db reference'],
  'domain server': ['domain pure', 'domain server', 'db types', 'db dialects', 'db reference'],
  gateways: ['gateways', 'domain pure', 'i18n'],
  jobs: ['jobs', 'domain pure', 'domain server', 'gateways', 'i18n', 'db types', 'db connect'],
  i18n: ['i18n', 'domain pure'],
  styles: ['styles'],
}

const domains = [
  'clocks',
  'people',
  'places',
  'notifications',
  'listings',
  'claims',
  'pickups',
  'handovers',
  'rounds',
  'impact',
  'discovery',
  'messages',
  'moderation',
  'hubs',
]

/** The room a file stands in, as the table of app/README.md names it. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/')
  if (top === 'db') return roomInDb(path)
  if (top !== 'app') return top
  if (room === 'domain') return /\.server\.\w+$/.test(path) ? 'domain server' : 'domain pure'
  return room.includes('.') ? 'routes' : room
}

function roomInDb(path: string) {
  if (path === 'db/database.ts' || path.startsWith('db/schema/')) return 'db types'
  if (path === 'db/connect.server.ts') return 'db connect'
  if (path.startsWith('db/dialects/')) return 'db dialects'
  return path.startsWith('db/reference/') ? 'db reference' : 'db server'
}

/** people, claims, …; undefined outside the domains and for the words they all share. */
const domainOf = (path: string) => /^app\/domain\/([^/]+)\//.exec(path)?.[1]

const routeFolder = (path: string) => /^app\/routes\/([^/]+)\//.exec(path)?.[1]

export const roomRules: Rule[] = [
  {
    says: 'a room imports only from the rooms it may',
    offences: (source) =>
      importsOf(source)
        .files.filter((target) => !mayReach(source.path, target))
        .map((target) => `${source.path} -> ${target}`),
    planted: { path: 'app/ui/map.tsx', text: "import { connect } from '#db/connect.server.ts'" },
  },
  {
    says: 'no route imports the folder of another',
    offences: (source) =>
      importsOf(source)
        .files.filter((target) => routeFolder(target) !== undefined && routeFolder(target) !== routeFolder(source.path))
        .map((target) => `${source.path} -> ${target}`),
    planted: {
      path: 'app/routes/claims.$claimId/route.tsx',
      text: "import { LotHead } from '../listings.$listingId/lot-head.tsx'",
    },
  },
  {
    says: 'the domain knows nothing of React or Remix',
    offences: (source) => (domainRoom(source) ? packagesLike(source, /^(react|@remix-run)(\/|-|$)/) : []),
    planted: { path: 'app/domain/claims/place-claim.server.ts', text: "import { redirect } from '@remix-run/node'" },
  },
  {
    says: 'what is pure needs neither Node nor a database nor a server file',
    offences: (source) =>
      roomOf(source.path) === 'domain pure'
        ? [...packagesLike(source, /^(node:|better-sqlite3|pg$)/), ...serverFiles(source)]
        : [],
    planted: { path: 'app/domain/places/blur.ts', text: "import { randomBytes } from 'node:crypto'" },
  },
  {
    says: 'what the browser gets imports no server file',
    offences: (source) => (roomOf(source.path) === 'ui' ? serverFiles(source) : []),
    planted: { path: 'app/ui/notice.tsx', text: "import { catalogues } from '#app/i18n/catalogues.server.ts'" },
  },
  {
    says: 'a domain imports only the domains to its left',
    offences: (source) =>
      importsOf(source)
        .files.filter((target) => isRightOf(target, source.path))
        .map((target) => `${source.path} -> ${target}`),
    planted: {
      path: 'app/domain/listings/publish-listing.server.ts',
      text: "import { placeClaim } from '../claims/place-claim.server.ts'",
    },
  },
  {
    says: 'every domain is one we have named',
    offences: ({ path }) => (domainOf(path) === undefined || domains.includes(domainOf(path) ?? '') ? [] : [path]),
    planted: { path: 'app/domain/payments/pay.server.ts', text: '' },
  },
  {
    says: 'the words all domains share are five',
    offences: ({ path }) =>
      /^app\/domain\/[^/]+$/.test(path) && !/\/(act|refusal|instant|id\.server|write\.server)\.ts$/.test(path)
        ? [path]
        : [],
    planted: { path: 'app/domain/money.ts', text: '' },
  },
]

function mayReach(from: string, to: string) {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (here === 'scripts' || here === 'tests') return true
  if (here.startsWith('db')) return there.startsWith('db')
  if (here === 'routes' && there === 'routes') return true
  if (/\.json$/.test(to) && there === here) return true
  return mayImport[here]?.includes(there) ?? false
}

function isRightOf(target: string, path: string) {
  const [there, here] = [domainOf(target), domainOf(path)]
  if (there === undefined) return false
  return here === undefined ? roomOf(path).startsWith('domain') : domains.indexOf(there) > domains.indexOf(here)
}

const domainRoom = ({ path }: Source) => roomOf(path).startsWith('domain')
const packagesLike = (source: Source, forbidden: RegExp) =>
  importsOf(source)
    .packages.filter((name) => forbidden.test(name))
    .map((name) => `${source.path} -> ${name}`)
const serverFiles = (source: Source) =>
  importsOf(source)
    .files.filter((target) => /\.server\.\w+$/.test(target))
    .map((target) => `${source.path} -> ${target}`)
