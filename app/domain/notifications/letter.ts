import { type NoticeKind, noticeKinds } from './notice.ts'

/** Letters about the account itself; those with a link get a fresh one each time they are carried. */
export const accountLetters = ['verify-email', 'already-member', 'reset-password', 'password-changed'] as const
export type AccountLetter = (typeof accountLetters)[number]

export function isAccountLetter(kind: string): kind is AccountLetter {
  return accountLetters.some((each) => each === kind)
}

export function isNoticeKind(kind: string): kind is NoticeKind {
  return noticeKinds.some((each) => each === kind)
}

/** Longer than any mail or push server keeps us waiting: a carrier that died gives its letter back after this. */
export const lease = { minutes: 10 }

/** How often a letter is tried before it is given up: after 1, 3, 9, 27 and 81 minutes. */
export const mostTries = 6

/** Minutes until the next try, after `tries` of them failed. */
export function minutesToNextTry(tries: number) {
  return 3 ** (tries - 1)
}
