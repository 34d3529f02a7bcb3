import { dayInRome, later } from '#app/domain/instant.ts'
import { isNoticeKind } from '#app/domain/notifications/letter.ts'
import { mannerOf } from '#app/domain/notifications/notice.ts'
import type { noticesOf } from '#app/domain/notifications/notices.read.server.ts'
import type { Topic } from '#app/domain/notifications/topic.ts'
import type { Translator } from '#app/i18n/create-translator.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'

type Found = Awaited<ReturnType<typeof noticesOf>>['notices']

export type SaidNotice = { id: string; topic: Topic; sentence: string; written_at: string; is_new: boolean }
export type NoticeDay = { day: string; name: string; notices: SaidNotice[] }

/** Notices in the reader's words, under the Roman day they were written on, in the order they come. */
export function byDay(spoken: Translator, notices: Found, now: string): NoticeDay[] {
  const days = new Map<string, SaidNotice[]>()
  for (const { id, kind, details, written_at, seen_at } of notices) {
    if (!isNoticeKind(kind)) continue
    const words = noticeWords(spoken, JSON.parse(details) as Record<string, string | number>)
    const sentence = spoken.t(`notices.kinds.${kind}`, words)
    const said = { id, topic: mannerOf(kind).topic, sentence, written_at, is_new: seen_at === null }
    const day = dayInRome(written_at)
    days.set(day, [...(days.get(day) ?? []), said])
  }
  return [...days].map(([day, notices]) => ({ day, name: nameOfDay(spoken, day, now), notices }))
}

function nameOfDay({ t, format }: Translator, day: string, now: string) {
  if (day === dayInRome(now)) return t('notices.today')
  return day === dayInRome(later(now, { days: -1 })) ? t('notices.yesterday') : format.wholeDay(day)
}
