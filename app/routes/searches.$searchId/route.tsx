import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readQuestion } from '#app/domain/discovery/asked.ts'
import { reviseSearch } from '#app/domain/discovery/revise-search.server.ts'
import { SavedSearchAsk } from '#app/domain/discovery/saved-search.ts'
import { savedSearch } from '#app/domain/discovery/saved-searches.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { questionWords } from '#app/i18n/question-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { SearchPage } from './search-page.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const search = found(await savedSearch(db, member.id, params['searchId'] ?? ''))
  const { id, name, question, rhythm, paused_at, feed_key } = search
  return {
    title: name,
    search: { id, name, question, rhythm: paused_at === null ? rhythm : ('paused' as const) },
    words: questionWords(translator(locale), readQuestion(question).ask),
    has_feed: feed_key !== null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, SavedSearchAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const outcome = await write(db, (trx) => reviseSearch(trx, act, params['searchId'] ?? '', ask.value))
  return isRefusal(outcome) ? refusedWith(outcome, ask.typed) : redirectSaying('/searches', 'searches.page.saved')
}

export default function SavedSearch() {
  return <SearchPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
