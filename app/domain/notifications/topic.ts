export const mailChoices = ['now', 'digest', 'never'] as const
/** A mail of its own, a line in the day's digest, or only the notice in the app. */
export type MailChoice = (typeof mailChoices)[number]

type Choice = { mail: MailChoice; push: boolean }

/** What members choose about, and what holds until they do: at once what cannot wait, the rest in one digest a day. */
export const usualChoices = {
  turn: { mail: 'now', push: true },
  pickups: { mail: 'now', push: true },
  messages: { mail: 'now', push: true },
  claims: { mail: 'digest', push: true },
  handovers: { mail: 'digest', push: false },
  listings: { mail: 'digest', push: false },
  matches: { mail: 'digest', push: false },
  searches: { mail: 'now', push: true },
  thanks: { mail: 'digest', push: false },
} as const satisfies Record<string, Choice>

export type Topic = keyof typeof usualChoices

export const topics = Object.keys(usualChoices) as Topic[]

export function isTopic(name: string): name is Topic {
  return topics.some((each) => each === name)
}

/** What a letter can be about and be stopped for: one topic, or the digest of them all. */
export type Stoppable = Topic | 'digest'

export function isStoppable(name: string): name is Stoppable {
  return name === 'digest' || isTopic(name)
}
