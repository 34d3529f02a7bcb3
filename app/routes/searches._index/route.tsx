import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readQuestion } from '#app/domain/discovery/asked.ts'
import { savedSearchesOf } from '#app/domain/discovery/saved-searches.read.server.ts'
import { choicesOf } from '#app/domain/notifications/choices.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { questionWords } from '#app/i18n/question-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { SearchList } from './search-list.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const [rows, { choices }] = await Promise.all([savedSearchesOf(db, member.id), choicesOf(db, member.id)])
  const spoken = translator(locale)
  return {
    title: spoken.t('searches.title'),
    is_muted: choices.some(({ topic, mail }) => topic === 'searches' && mail === 'never'),
    searches: rows.map(({ id, name, question, rhythm, paused_at, answers, told_at }) => ({
      ...{ id, name, question, answers, told_at },
      words: questionWords(spoken, readQuestion(question).ask),
      rhythm: paused_at === null ? rhythm : ('paused' as const),
    })),
  }
}

export default function Searches() {
  return <SearchList {...useLoaderData<typeof loader>()} />
}
