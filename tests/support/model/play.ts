import fc from 'fast-check'
import { sql } from 'kysely'
import { db, freshWorld } from '../world.ts'
import { Cast, dawn } from './cast.ts'
import { accept, cancel, decline, offer, place, placeWrongly } from './claim-deeds.ts'
import { type Aim, dice, type Kinds } from './deed.ts'
import { confirmHandoverAim, objectAim, record } from './handover-deeds.ts'
import { quota } from './line.ts'
import { close, pause, renew, resize, resume } from './lot-deeds.ts'
import { type LotPlan, lotPlan, publish } from './lots.ts'
import { contest, decide, report } from './no-show-deeds.ts'
import { cancelPickupAim, confirmPickupAim, propose } from './pickup-deeds.ts'
import { Again, audit, type House, Try, Wait } from './sequence.ts'
import { Model } from './state.ts'
import { Tally } from './tally.ts'
import { stopClocks } from './time-deeds.ts'

const often = (times: number, aim: Aim) => Array<Aim>(times).fill(aim)

const kinds: Kinds = {
  any: [
    ...often(12, place),
    placeWrongly,
    ...often(3, offer),
    ...often(3, accept),
    decline,
    ...often(2, cancel),
    ...often(2, propose),
    ...often(2, confirmPickupAim),
    cancelPickupAim,
    ...often(2, record),
    ...often(2, confirmHandoverAim),
    objectAim,
    ...often(2, report),
    contest,
    decide,
    ...often(2, resize),
    pause,
    resume,
    close,
    renew,
  ],
  onward: [accept, accept, offer, propose, confirmPickupAim, confirmPickupAim, record, confirmHandoverAim],
  missed: [decide, contest, report],
}

const anything = dice.map((thrown) => new Try(kinds, thrown))
const again = dice.map((thrown) => new Again(thrown))
const wait = fc
  .record({
    hours: fc.constantFrom(0, 0, 1, 1, 3, 3, 5, 13, 24, 49),
    hears: fc.constantFrom('next' as const, 'all' as const, 'all' as const, 'twice' as const, 'nothing' as const),
  })
  .map(({ hours, hears }) => new Wait(hours, hears))

/** Plays so many random sequences against the house, in one database and each with people of its own. */
export async function playSequences({
  runs,
  seed,
  path,
}: {
  runs: number
  seed: number
  path?: string | undefined
}): Promise<Tally> {
  await settleIn()
  const tally = new Tally()
  let played = 0
  const commands = fc.commands<Model, House, true>([...Array(8).fill(anything), again, wait, wait], {
    maxCommands: 24,
    size: 'max',
  })
  await fc.assert(
    fc.asyncProperty(fc.array(lotPlan, { minLength: 2, maxLength: 3 }), commands, async (plans, sequence) => {
      played += 1
      const world = await begin(plans, { number: played, tally })
      await fc.asyncModelRun(() => world, sequence)
      await audit(world.real, world.model)
    }),
    { numRuns: runs, seed, ...(path ? { path } : { endOnFailure: true }) },
  )
  return tally
}

async function begin(plans: readonly LotPlan[], { number, tally }: { number: number; tally: Tally }) {
  await stopClocks(db)
  const cast = new Cast(`s${number}`)
  await cast.moveIn(db)
  const model = new Model(cast, dawn)
  for (const [place, plan] of plans.entries()) await publish(db, model, plan, `T${number}-${place}`)
  return { model, real: { db, tally, done: [] } }
}

/** The hubs and those who look after them; a quota that is soon used up; and an index that this test reads by. */
async function settleIn() {
  await freshWorld()
  await db.updateTable('hubs').set({ quota_lots: quota.lots, quota_days: quota.days }).execute()
  await sql`pragma synchronous = off`.execute(db).catch(() => undefined)
  await sql`create index if not exists notices_by_subject on notices (subject_id)`.execute(db)
}
