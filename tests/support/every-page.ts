import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { type Cookie, sessionFor } from './sign-in.ts'

/** A page as somebody sees it. */
export type Sample = { path: string; cookie: Cookie | undefined }

type Ids = Record<string, string>
type Candidate = { ids: Ids; member: string | undefined }

const folder = join(import.meta.dirname, '../../app/routes')

/** The address pattern of every route that shows something: '/claims/$claimId/pickups/new'. */
export function patterns(): string[] {
  return [...new Set(readdirSync(folder).filter(showsSomething).map(patternOf))].sort()
}

/** 'claims.$claimId_.pickups.new' as an address. Resource files keep their dot: '[.]'. */
export function patternOf(name: string): string {
  const parts = name
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((part) => !part.startsWith('_'))
  return `/${parts.map((part) => part.replace(/_$/, '').replaceAll('\0', '.')).join('/')}`
}

/**
 * Somebody who may see the page, and its address with ids of theirs. Undefined when it only ever sends people on:
 * a noun that is posted to, whose GET leads back to the page with its button.
 */
export async function sampleOf(pattern: string, db: Db, origin: string): Promise<Sample | undefined> {
  const names = [...pattern.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)
  const sessions = new Map<string, Cookie>()
  const statuses = new Set<number>()
  for (const { ids, member } of await candidates(db, names)) {
    const path = pattern.replace(/\$(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)
    if (member && !sessions.has(member)) sessions.set(member, await sessionFor(db, member))
    const cookie = member ? sessions.get(member) : undefined
    const status = await statusOf(origin + path, cookie)
    if (status === 200) return { path, cookie }
    statuses.add(status)
  }
  if ([...statuses].some((status) => status >= 300 && status < 400)) return undefined
  throw new Error(`nobody in the demo may see ${pattern}: ${[...statuses].join(', ')}`)
}

async function statusOf(url: string, cookie: Cookie | undefined) {
  const reply = await fetch(url, {
    redirect: 'manual',
    headers: cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {},
  })
  await reply.arrayBuffer()
  return reply.status
}

/** Whoever could be asked to look, each with ids that mean something to them; a stranger first. */
async function candidates(db: Db, names: string[]): Promise<Candidate[]> {
  const rows = await idsFor(db, names)
  const staff = await db.selectFrom('members').select('id').where('is_admin', '=', 1).execute()
  const coordinators = await db.selectFrom('hub_coordinators').select('member_id as id').execute()
  const anyone = await db
    .selectFrom('members')
    .select('id')
    .where('email_verified_at', 'is not', null)
    .limit(3)
    .execute()
  return rows.flatMap(({ ids, people }) => [
    { ids, member: undefined },
    ...[
      ...people,
      ...anyone.map(({ id }) => id),
      ...coordinators.map(({ id }) => id),
      ...staff.map(({ id }) => id),
    ].map((member) => ({ ids, member })),
  ])
}

type Row = { ids: Ids; people: string[] }

async function idsFor(db: Db, names: string[]): Promise<Row[]> {
  const [first] = names
  if (first === undefined) return [{ ids: {}, people: [] }]
  const query = samples[first]
  if (!query) throw new Error(`tests/support/every-page.ts does not know where a ${first} comes from`)
  const { rows } = await sql<Record<string, string>>`${sql.raw(query)}`.execute(db)
  return rows.map(({ id = '', a, b, ...others }) => ({
    ids: { [first]: id, ...others },
    people: [a, b].filter((one) => one !== undefined),
  }))
}

// Two of every state, so that a page which asks for one of them finds it.
const twoOfEach = (table: string, state: string) =>
  `(select id, row_number() over (partition by ${state} order by id) as n from ${table})`

const samples: Record<string, string> = {
  listingId: `select l.id, l.donor_id as a from listings l join ${twoOfEach("(select id, state from listings where kind = 'offer') as offers", 'state')} s on s.id = l.id where n <= 2`,
  wantedId: "select id, donor_id as a from listings where kind = 'wanted' and state = 'live' limit 3",
  claimId: `select c.id, c.claimant_id as a, l.donor_id as b from claims c join listings l on l.id = c.listing_id join ${twoOfEach('claims', 'state')} s on s.id = c.id where n <= 2`,
  pickupId: `select p.id, c.claimant_id as a, l.donor_id as b from pickups p join pickup_claims pc on pc.pickup_id = p.id join claims c on c.id = pc.claim_id join listings l on l.id = c.listing_id join ${twoOfEach('pickups', 'state')} s on s.id = p.id where n <= 2`,
  handoverId: `select h.id, h.giver_id as a, h.taker_id as b from handovers h join ${twoOfEach('handovers', 'state')} s on s.id = h.id where n <= 2`,
  noShowId: `select n.id, p.claimant_id as a, p.donor_id as b from no_shows n join pickups p on p.id = n.pickup_id order by n.reported_at desc limit 4`,
  thanksId: 'select id, from_id as a, to_id as b from thanks order by written_at desc limit 3',
  searchId: 'select id, member_id as a from saved_searches limit 3',
  memberId: 'select id, id as a from members where erased_at is null limit 3',
  organisationId: 'select id from organisations limit 3',
  token: "select 'not-a-token' as id",
  noticeKey: "select unsubscribe_key as id, 'claims' as topic from notice_settings limit 1",
  roundId: 'select r.id, c.member_id as a from rounds r join hub_coordinators c on c.hub_id = r.hub_id limit 2',
  bookingId: 'select id, member_id as a from slot_bookings order by is_open desc limit 3',
  hubSlug: `select h.slug as id, c.member_id as a, v.id as "vehicleId", (select code from stock_lots s where s.hub_id = h.id and s.ended_at is null and s.listing_id is null limit 1) as code, k.id as "collectionId" from hubs h join hub_coordinators c on c.hub_id = h.id join vehicles v on v.hub_id = h.id left join collections k on k.hub_id = h.id order by k.id is null limit 1`,
  collectionId:
    'select k.id, m.member_id as a, c.member_id as b from collections k join memberships m on m.organisation_id = k.organisation_id join hub_coordinators c on c.hub_id = k.hub_id limit 2',
}

/** A page has a component, or a plain route file without one is a file or a noun. */
function showsSomething(name: string) {
  const file = readdirSync(join(folder, name)).find((each) => each === 'route.tsx')
  return file !== undefined && readFileSync(join(folder, name, file), 'utf8').includes('export default')
}
