import fc from 'fast-check'
import type { Act } from '#app/domain/act.ts'
import type { Trx } from '#db/database.ts'
import { type Role, roles } from './cast.ts'
import type { Model } from './state.ts'

/** One thing somebody tries, fixed in all its parts, so that it can be tried again later word for word. */
export type Deed = {
  verb: string
  by: Role
  /** For the report of a failure. */
  about: string
  /** By the domain's rules: why it must be refused now, or undefined when it must be done. */
  refusal(model: Model): string | undefined
  run(trx: Trx, act: Act): Promise<unknown>
  /** What it changes by itself. Who is promoted by it is looked at afterwards. */
  effect(model: Model, outcome: Outcome): void
}
// biome-ignore lint/suspicious/noExplicitAny: what a command returns differs from one to the next
export type Outcome = any

/** Chance, thrown before the sequence starts. What it aims at is settled when its turn comes. */
export type Dice = {
  kind: number
  which: number
  /** Onward and hither and thither people do what the rules allow, if there is anything. */
  mood: 'onward' | 'hither and thither' | 'foolish'
  quantity: number
  minimum: number
  hours: number
  flag: boolean
}

export const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat({ max: 999 }),
  which: fc.nat({ max: 9_999 }),
  mood: fc.constantFrom('onward', 'onward', 'hither and thither', 'hither and thither', 'foolish'),
  quantity: fc.integer({ min: 1, max: 9 }),
  minimum: fc.integer({ min: 1, max: 5 }),
  hours: fc.constantFrom(-2, 1, 1, 2, 2, 20, 50, 200),
  flag: fc.boolean(),
})

/** Everything of one kind that could be tried now, by anybody, right or wrong. */
export type Aim = (model: Model, dice: Dice) => Deed[]

// No divisor of the number of turns: from one kind to the next, all of them come up, in no order that means anything.
const stride = 17

/** All kinds of deeds, each as often as it is likely; and those that lead from a yes to goods in somebody's hands. */
export type Kinds = {
  any: readonly Aim[]
  onward: readonly Aim[] /** What comes of an appointment missed. */
  missed: readonly Aim[]
}

/** Picks one deed: of the first kind of which something is allowed, or, as a fool would, anything at all. */
export function pick(model: Model, kinds: Kinds, { mood, ...thrown }: Dice): Deed | undefined {
  const among =
    mood === 'onward'
      ? [...(thrown.flag ? kinds.missed : []), ...turned(kinds.onward, thrown.kind), ...turned(kinds.any, thrown.kind)]
      : turned(kinds.any, thrown.kind)
  for (const aim of mood === 'foolish' ? among.slice(0, 1) : new Set(among)) {
    const all = aim(model, { mood, ...thrown })
    const from = mood === 'foolish' ? all : all.filter((deed) => deed.refusal(model) === undefined)
    if (from.length > 0) return from[thrown.which % from.length]
  }
  return undefined
}

function turned(aims: readonly Aim[], by: number) {
  return aims.flatMap((_, turn) => aims[(by + turn * stride) % aims.length] ?? [])
}

/** A thing and somebody, for every thing and everybody. */
export function byEverybody<Thing>(things: Iterable<Thing>, make: (thing: Thing, by: Role) => Deed): Deed[] {
  return [...things].flatMap((thing) => roles.map((by) => make(thing, by)))
}
