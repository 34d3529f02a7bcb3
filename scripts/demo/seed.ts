import { later } from '#app/domain/instant.ts'
import { pauseListing } from '#app/domain/listings/pause-listing.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { write } from '#app/domain/write.server.ts'
import { connect } from '#db/connect.server.ts'
import { agenda } from './agenda.ts'
import { chanceFrom } from './chance.ts'
import { hearUntil } from './hear.ts'
import { deal, type World } from './lives.ts'
import { livePlainly } from './manners.ts'
import { offers } from './offers.ts'
import { done, post } from './post.ts'
import { runHubs } from './run-hubs.ts'
import { answerSearches, planSearches } from './searches.ts'
import { accounts, actOf, password, type Resident, settle } from './settle.ts'
import { planRounds, planVan } from './van.ts'
import { planWanted } from './wanted.ts'
import { attend, shareFairly } from './windows.ts'

// The neighbours of the demo are known: their lots need no review, but for the few that show what review is.
process.env['REVIEW_NEW_DONORS'] = 'off'

const seed = Number(process.env['DEMO_SEED'] ?? 2026)
const lots = Number(process.env['DEMO_LOTS'] ?? 150)
const db = connect(process.env['DATABASE_URL'] ?? 'data/rimessa.sqlite')
const now = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
const chance = chanceFrom(seed)
const reminders = ['remind-offer', 'remind-pickup', 'warn-listing']
const { residents, hubs } = await settle(db, chance, now)
const world: World = { db, chance, agenda: agenda(), now, residents, missed: 0 }

for (let n = 0; n < lots; n++) planLot(n)
planWanted(world)
planSearches(world)
planVan(world)
await world.agenda.live(
  now,
  (at) => hearUntil(db, at),
  (happened, left) => process.stdout.write(`  ${happened} things happened, ${left} to come\n`),
)
await livePlainly(world)
await hearUntil(db, now)
await planRounds(world)
await answerSearches(world)
await runHubs(world, hubs)
await quieten()
await tellAccounts()
await db.destroy()

/** One lot's life: two in five are over, the others are live in every state. */
function planLot(n: number) {
  const offer = offers[n % offers.length] ?? chance.pick(offers)
  const donors = residents.filter(
    (resident) =>
      (offer.by === 'firm'
        ? resident.organisation_id !== null
        : offer.by === 'person'
          ? resident.organisation_id === null
          : true) && resident.coordinates.length === 0,
  )
  const donor = chance.pick(donors)
  // Shifted each time round: of every kind some are over, and some can be had.
  const isPast = (n + 2 * Math.floor(n / offers.length)) % 5 < 3
  const at = later(
    now,
    isPast
      ? { days: -chance.whole(16, 230), hours: -chance.whole(0, 9) }
      : { days: -chance.whole(1, 9), hours: -chance.whole(0, 9) },
  )
  const days = isPast ? chance.whole(12, 24) : chance.pick([9.6, 10, 11, 12, 14, 17, 21, 30, 45])
  const rule = n % 3 === 1 ? 'fair_window' : chance.happens(0.25) ? 'first_come' : 'donor_picks'
  const publish = isPast || n % 31 !== 29
  world.agenda.plan(at, async () => {
    const lot = await post(db, chance, { offer, donor, at, days, rule, publish })
    if (!publish) return
    if (rule === 'fair_window') await shareFairly(world, { ...lot, donor, at }, someone(donor, chance.whole(2, 5)))
    else await (isPast ? planPast : planPresent)(lot, donor, at, n)
  })
}

type Posted = { id: string; total: number }

async function planPast(lot: Posted, donor: Resident, at: string, n: number) {
  if (n % 23 === 7) return planEnd(lot, donor, later(at, { days: 4 }), 'withdrawn')
  const takers = n % 11 === 4 ? [] : n % 10 === 2 ? takingIn(n) : someone(donor, chance.pick([1, 1, 2, 2, 3]))
  const shares = takers.map((_, at) =>
    at === takers.length - 1
      ? lot.total - at * Math.floor(lot.total / takers.length)
      : Math.floor(lot.total / takers.length),
  )
  takers.forEach((claimant, each) => {
    const wanted = shares[each] ?? 0
    if (wanted < 1) return
    const asked = later(at, { hours: chance.whole(3, 60) })
    deal(
      world,
      { lot: lot.id, donor, claimant, at: asked, wanted, least: Math.max(1, Math.floor(wanted / 2)) },
      chance.happens(0.08) ? 'declined' : 'collected',
    )
  })
  attend(world, { ...lot, donor, at }, takers, later(at, { days: 1 }))
  planEnd(lot, donor, later(at, { days: 26 }), 'expired')
}

async function planPresent(lot: Posted, donor: Resident, at: string, n: number) {
  if (n % 37 === 33) return planPause(lot, donor, later(at, { hours: 12 }))
  const fates = [
    'requested',
    'requested',
    'offered',
    'confirmed',
    'proposed',
    'scheduled',
    'collected',
    'declined',
  ] as const
  someone(donor, n % 4 === 3 ? 0 : chance.pick([1, 1, 2, 3])).forEach((claimant, each) => {
    const wanted = Math.max(1, Math.floor(lot.total / chance.pick([2, 3, 4])))
    const soon = later(at, { hours: chance.whole(2, 30) + each })
    const lately = later(now, { hours: -chance.whole(14, 30) - each })
    const fate = chance.pick(fates)
    // A promise waits three days for a pickup: what still waits for something was asked for lately.
    const asked = soon < lately && !['collected', 'declined'].includes(fate) ? lately : soon
    deal(world, { lot: lot.id, donor, claimant, at: asked, wanted, least: Math.max(1, Math.floor(wanted / 2)) }, fate)
  })
}

function someone(donor: Resident, count: number) {
  const others = residents.filter((resident) => resident !== donor && resident.coordinates.length === 0)
  return Array.from({ length: count }, () => chance.pick(others)).filter((one, at, all) => all.indexOf(one) === at)
}

/** One of the two hubs takes the whole lot in. */
function takingIn(n: number) {
  const coordinators = residents.filter(({ coordinates }) => coordinates.length > 0)
  return coordinators.slice(n % 3 === 0 ? 1 : 0).slice(0, 1)
}

function planEnd(lot: Posted, donor: Resident, at: string, how: 'withdrawn' | 'expired') {
  world.agenda.plan(at, async () => {
    const listing = await db
      .selectFrom('listings')
      .select(['state', 'must_go_by'])
      .where('id', '=', lot.id)
      .executeTakeFirstOrThrow()
    if (listing.state !== 'live') return
    if (how === 'withdrawn') done(await write(db, (trx) => endListing(trx, actOf(donor, at), lot.id, 'withdrawn')))
    else if (listing.must_go_by !== null && listing.must_go_by < at)
      await write(db, (trx) => endListing(trx, { ...actOf(donor, at), via: 'job' }, lot.id, 'expired'))
  })
}

function planPause(lot: Posted, donor: Resident, at: string) {
  world.agenda.plan(at, async () => void (await write(db, (trx) => pauseListing(trx, actOf(donor, at), lot.id))))
}

/** What was mailed over the months has long arrived; only this week's notices are still to be read. */
async function quieten() {
  await db.updateTable('mails').set({ carried_at: now }).where('carried_at', 'is', null).execute()
  await db.updateTable('notices').set({ mail_plan: 'none' }).where('mail_plan', '=', 'digest').execute()
  await db
    .updateTable('clocks')
    .set({ done_at: now })
    .where((eb) =>
      eb.or([eb('kind', '=', 'send-digest'), eb.and([eb('kind', 'in', reminders), eb('due_at', '<', now)])]),
    )
    .execute()
  await db
    .updateTable('notices')
    .set({ seen_at: now })
    .where('written_at', '<', later(now, { days: -3 }))
    .execute()
}

async function tellAccounts() {
  const counted = await db
    .selectFrom('listings')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .where('kind', '=', 'offer')
    .groupBy('state')
    .execute()
  process.stdout.write(`  lots: ${counted.map(({ state, n }) => `${n} ${state}`).join(', ')}\n`)
  for (const { email, plays } of accounts) process.stdout.write(`  ${email.padEnd(26)} ${password}   ${plays}\n`)
}
