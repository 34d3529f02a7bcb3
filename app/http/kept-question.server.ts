import { questionToKeep, readQuestion } from '#app/domain/discovery/asked.ts'
import { type Asked, questionOf } from './search-visit.server.ts'

/** The question of a URL or a form, as it is kept: its place looked up once, so that it means the same tomorrow. */
export function keptQuestion(query: URLSearchParams | Record<string, string>, now: string) {
  const { ask, from, place } = questionOf(requestFor(query), now)
  const question = questionToKeep(ask, from && { ...from, name: place ?? '' })
  return { question, ask: readQuestion(question).ask }
}

/** A kept question, ready to be searched for. */
export function questionAgain(question: string, now: string): Asked {
  return questionOf(requestFor({ ...Object.fromEntries(new URLSearchParams(question)), sort: 'newest' }), now)
}

function requestFor(query: URLSearchParams | Record<string, string>) {
  return new Request(`http://here/listings?${new URLSearchParams(query)}`)
}
