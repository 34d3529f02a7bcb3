import type { LoaderFunctionArgs } from '@remix-run/node'
import { readQuestion } from '#app/domain/discovery/asked.ts'
import { asLot, type LotOnCard } from '#app/domain/discovery/lot.ts'
import { searchOfFeed } from '#app/domain/discovery/saved-searches.read.server.ts'
import { searchLots } from '#app/domain/discovery/search.read.server.ts'
import { atomReply } from '#app/http/atom.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { questionAgain } from '#app/http/kept-question.server.ts'
import { found } from '#app/http/replies.server.ts'
import type { Translator } from '#app/i18n/create-translator.ts'
import { questionWords } from '#app/i18n/question-words.ts'
import { translator } from '#app/i18n/translator.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now } = await anyone(request)
  const search = found(await searchOfFeed(db, params['feedToken'] ?? ''))
  const question = questionAgain(search.question, now)
  const { lots } = await searchLots(db, question)
  const origin = process.env['ORIGIN'] ?? new URL(request.url).origin
  const spoken = translator(search.locale)
  const entries = lots.map((row) => ({
    ...words(spoken, asLot(row, { locale: search.locale, now, from: question.from })),
    id: `urn:uuid:${row.id}`,
    updated: row.published_at ?? search.made_at,
    href: `${origin}/listings/${row.id}`,
  }))
  const feed = {
    id: `urn:uuid:${search.id}`,
    title: `Rimessa: ${search.name}`,
    subtitle: spoken.t('searches.feed.about', { question: questionWords(spoken, readQuestion(search.question).ask) }),
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? search.made_at,
    self: `${origin}${new URL(request.url).pathname}`,
    href: `${origin}/listings?${search.question}`,
    entries,
  }
  return atomReply(request, feed, search.locale)
}

function words({ t, format }: Translator, lot: LotOnCard) {
  const facts = [
    format.quantity(lot.available, lot.unit),
    lot.material_name,
    lot.area,
    lot.distance_m === undefined ? '' : t('searches.why.distance', { distance: format.distance(lot.distance_m) }),
    lot.must_go_by === null ? '' : format.due(lot.must_go_by),
  ]
  return { title: lot.title, summary: facts.filter(Boolean).join(', '), author: lot.who }
}
