import type { givenUp } from '#app/domain/notifications/given-up.read.server.ts'
import { isAccountLetter, isNoticeKind } from '#app/domain/notifications/letter.ts'
import { mannerOf } from '#app/domain/notifications/notice.ts'
import type { Translator } from '#app/i18n/create-translator.ts'

type Found = Awaited<ReturnType<typeof givenUp>>

/** What was given up, in words: a letter by its topic, a clock by the name the log gives it. */
export function saidOf({ t }: Translator, { mails, pushes, clocks }: Found) {
  const aboutOf = (kind: string) => {
    if (isAccountLetter(kind)) return t(`mail.${kind}.subject`)
    return isNoticeKind(kind) ? t(`notices.topics.${mannerOf(kind).topic}.name`) : t('notices.settings.digest')
  }
  return {
    mails: mails.map(({ address, kind, ...mail }) => ({ ...mail, to: address, about: aboutOf(kind) })),
    pushes: pushes.map(({ name, device, kind, ...push }) => ({
      ...push,
      to: [name, device].filter(Boolean).join(', '),
      about: aboutOf(kind),
    })),
    clocks: clocks.map(({ kind, subject_id, ...clock }) => ({ ...clock, to: subject_id, about: kind })),
  }
}
