import type fc from 'fast-check'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import { differences } from './compare.ts'
import { type Deed, type Dice, type Kinds, pick } from './deed.ts'
import { wrongExpiries } from './expiry.ts'
import { brokenHistories } from './histories.ts'
import { brokenLaws } from './laws.ts'
import { leftWaiting, passedOver, type Stand, servedTooEarly } from './line.ts'
import { brokenRanks } from './ranks.ts'
import { settle } from './settle.ts'
import { type Model, plus } from './state.ts'
import { readTables } from './tables.ts'
import type { Tally } from './tally.ts'
import { hearAgain, hearOne, nextDue } from './time-deeds.ts'

export type House = { db: Db; tally: Tally; done: Deed[] }

/** Somebody tries something; whatever comes of it, the house and the model must agree. */
export class Try implements fc.AsyncCommand<Model, House> {
  #told = 'nobody'

  constructor(
    readonly kinds: Kinds,
    readonly dice: Dice,
  ) {}

  check() {
    return true
  }

  async run(model: Model, house: House) {
    const deed = pick(model, this.kinds, this.dice)
    if (!deed) return
    await this.attempt(model, house, deed)
    house.done.push(deed)
  }

  protected async attempt(model: Model, house: House, deed: Deed) {
    this.#told = `${deed.by} ${deed.verb} ${deed.about}`
    const refusal = deed.refusal(model)
    const before = standsIn(model)
    const outcome = await write(house.db, (trx) => deed.run(trx, model.act(deed.by)))
    const refused = isRefusal(outcome)
    if (refused !== (refusal !== undefined) && !refusal?.startsWith('?'))
      throw new Error(`${deed.verb}: the rules say ${refusal ?? 'yes'}, the house says ${JSON.stringify(outcome)}`)
    if (!refused) deed.effect(model, outcome)
    // What a refusal changed all the same, the next look at the tables shows.
    if (!refused) await agree(model, house, { verb: deed.verb, before })
    house.tally.count(deed.verb, !refused)
  }

  toString() {
    return `${this.constructor.name}(${this.#told})`
  }
}

/** A double click, a late answer, a request sent again: something tried before is tried once more, word for word. */
export class Again extends Try {
  constructor(thrown: Dice) {
    super({ any: [], onward: [], missed: [] }, thrown)
  }

  override async run(model: Model, house: House) {
    const deed = house.done[this.dice.which % Math.max(1, house.done.length)]
    if (deed) await this.attempt(model, house, deed)
  }
}

/** Time goes by: to a clock that is due, or some hours; and what is due is heard at once, later, or twice. */
export class Wait implements fc.AsyncCommand<Model, House> {
  constructor(
    readonly hours: number,
    readonly hears: 'next' | 'all' | 'twice' | 'nothing',
  ) {}

  check(model: Model) {
    return model.at < '2027-03-01'
  }

  async run(model: Model, house: House) {
    model.at = plus(model.at, this.hours + 1 / 3600)
    if (this.hears === 'nothing') return
    const due = this.hears === 'next' ? await nextDue(house.db) : undefined
    if (due !== undefined && due > model.at) model.at = plus(due, 1 / 3600)
    await hearAll(model, house)
    if (this.hears === 'twice') {
      await hearAgain(house.db, model.at)
      await agree(model, house, { verb: 'nothing', before: standsIn(model) })
    }
  }

  toString() {
    return `wait(${this.hours} h, hears ${this.hears})`
  }
}

/** Clocks that tell somebody something, and change nothing. */
const tells = new Set(['remind-handover', 'remind-offer', 'remind-pickup', 'warn-listing'])

async function hearAll(model: Model, house: House) {
  for (;;) {
    const before = standsIn(model)
    const kind = await hearOne(house.db, model.at)
    if (kind !== undefined) {
      if (!tells.has(kind)) await agree(model, house, { verb: kind, before })
      house.tally.count(kind, true)
    } else if (((await nextDue(house.db)) ?? '9') <= model.at) {
      // Hearing one clock may set another for this very moment, which is over a second later.
      model.at = plus(model.at, 1 / 3600)
    } else break
  }
  complain(leftWaiting(model), 'after every clock was heard')
}

type Step = { verb: string; before: Map<string, Stand> }

async function agree(model: Model, { db, tally }: House, { verb, before }: Step) {
  const tables = await readTables(db, model)
  const { unexplained, served } = settle(model, tables, verb)
  const stands = new Map(
    tables.claims.map(({ id, place_in_rank: rank }) => [id, { position: before.get(id)?.position ?? null, rank }]),
  )
  complain(
    [
      ...unexplained,
      ...differences(model, tables),
      ...brokenLaws(model, tables),
      ...passedOver(model, served, stands),
      ...servedTooEarly(model, served),
      ...brokenRanks(model, tables, served),
      ...wrongExpiries(model, served),
    ],
    `after ${verb} at ${model.at}`,
  )
  for (const { before: earlier } of served) tally.count(`served from ${earlier.state}`, true)
}

/** When a sequence is over: the tables once more, and every event of its lots. */
export async function audit(house: House, model: Model) {
  await agree(model, house, { verb: 'nothing', before: standsIn(model) })
  complain(await brokenHistories(house.db, model), 'in the histories')
}

function standsIn(model: Model): Map<string, Stand> {
  return new Map([...model.claims.values()].map(({ id, position }) => [id, { position, rank: null }]))
}

function complain(problems: readonly string[], when: string) {
  if (problems.length > 0) throw new Error(`${when}:\n${problems.join('\n')}`)
}
