import { searchesToTell } from '#app/domain/discovery/answered-searches.read.server.ts'
import { readQuestion } from '#app/domain/discovery/asked.ts'
import { keepSearch } from '#app/domain/discovery/keep-search.server.ts'
import { openWithPoint } from '#app/domain/discovery/matches.read.server.ts'
import { nameFrom } from '#app/domain/discovery/saved-search.ts'
import { tellSearchers } from '#app/domain/discovery/tell-searchers.server.ts'
import { later } from '#app/domain/instant.ts'
import { write } from '#app/domain/write.server.ts'
import { keptQuestion } from '#app/http/kept-question.server.ts'
import { questionWords } from '#app/i18n/question-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { byTheClock } from '#app/jobs/job-act.ts'
import type { World } from './lives.ts'
import { done } from './post.ts'
import { actOf } from './settle.ts'

type Wish = { by: string; ask: Record<string, string>; name?: string; rhythm: 'at_once' | 'daily' }

const wishes: readonly Wish[] = [
  {
    by: 'bruno',
    ask: { material: 'wood', near: 'Centocelle', radius: '10', cut: '8 da 1200 x 180 x 18; 4 da 600 x 300 x 18' },
    name: 'Scaffali di via dei Castani',
    rhythm: 'at_once',
  },
  { by: 'bruno', ask: { q: 'rovere', near: 'Roma', radius: '50' }, rhythm: 'daily' },
  { by: 'bruno', ask: { at_hub: '1', material: 'wood' }, name: 'Legno già in officina', rhythm: 'daily' },
  { by: 'chiara', ask: { material: 'wood.panel', open: '1', near: 'Tuscolano', radius: '10' }, rhythm: 'daily' },
  { by: 'ada', ask: { q: 'sedie', near: 'Montesacro', radius: '5' }, rhythm: 'daily' },
  { by: 'sara', ask: { material: 'metal', quantity: '4', near: 'Pigneto', radius: '25' }, rhythm: 'at_once' },
  { by: 'noemi', ask: { material: 'furniture', by: 'week' }, name: 'Mobili che scadono', rhythm: 'daily' },
]

/** The questions the neighbourhood keeps, since a week ago. */
export function planSearches({ agenda, db, now, residents }: World) {
  const at = later(now, { days: -7 })
  agenda.plan(at, async () => {
    for (const { by, ask, name, rhythm } of wishes) {
      const resident = residents.find(({ key }) => key === by)
      if (!resident) continue
      const { question } = keptQuestion(ask, at)
      const words = nameFrom(questionWords(translator('it'), readQuestion(question).ask))
      const kept = { question, name: name ?? words, rhythm }
      done(await write(db, (trx) => keepSearch(trx, actOf(resident, at), kept)))
    }
  })
}

/** Tells them of the lots that have opened since. */
export async function answerSearches({ db, now }: World) {
  const lots = await db
    .selectFrom('listings')
    .select(['id', 'published_at'])
    .where('kind', '=', 'offer')
    .where('state', '=', 'live')
    .where('published_at', '>', later(now, { days: -7 }))
    .orderBy('published_at')
    .execute()
  for (const { id, published_at } of lots) {
    await write(db, async (trx) => {
      const lot = await openWithPoint(trx, id)
      const at = later(published_at ?? now, { minutes: 1 })
      if (lot) await tellSearchers(trx, byTheClock(at), lot, await searchesToTell(trx, lot, at))
    })
  }
}
