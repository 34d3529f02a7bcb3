import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askInstead, keepSearch } from '#app/domain/discovery/keep-search.server.ts'
import { nameFrom, SavedSearchAsk } from '#app/domain/discovery/saved-search.ts'
import { savedSearchesOf } from '#app/domain/discovery/saved-searches.read.server.ts'
import { isRefusal, refused } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { keptQuestion } from '#app/http/kept-question.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { questionWords } from '#app/i18n/question-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { KeepForm } from './keep-form.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const { question, ask } = keptQuestion(new URL(request.url).searchParams, now)
  const own = await savedSearchesOf(db, member.id)
  const spoken = translator(locale)
  const { radius, ...fields } = Object.fromEntries(new URLSearchParams(question))
  return {
    title: spoken.t('searches.form.title'),
    question,
    words: questionWords(spoken, ask),
    fields,
    radius: ask.lat === undefined || ask.bbox ? undefined : Number(radius ?? 0),
    own: own.map(({ id, name }) => ({ id, name })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act, locale, now } = await signedIn(request)
  const form = await readForm(request, SavedSearchAsk)
  if (form.errors) return invalid(form.errors, form.typed)
  const { typed, value } = form
  const { question, ask } = keptQuestion(typed, now)
  if (question === '') return refusedWith(refused('nothing-asked'), typed)
  const instead = typed['instead_of']
  const name = value.name || nameFrom(questionWords(translator(locale), ask))
  const rhythm = value.rhythm === 'at_once' ? value.rhythm : 'daily'
  const outcome = instead
    ? await write(db, (trx) => askInstead(trx, act, instead, question))
    : await write(db, (trx) => keepSearch(trx, act, { question, name, rhythm }))
  if (isRefusal(outcome)) return refusedWith(outcome, typed)
  return instead
    ? redirectSaying(`/searches/${outcome.search.id}`, 'searches.form.changed')
    : redirectSaying('/searches', 'searches.form.kept')
}

export default function NewSearch() {
  return <KeepForm page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
