import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Handle } from './remix.ts'

/**
 * Remix ranks every route it knows, several times for each page. So each handler here knows only those that an address
 * with its first word and its length can mean; an address that begins with no word of ours goes to one that knows them all.
 */
export function narrowHandler(build: ServerBuild): Handle {
  const patterns = Object.keys(build.routes).map((id) => ({ id, words: wordsOf(patternOf(id, build)) }))
  const known = new Set(patterns.map(({ words: [first = ''] }) => first))
  const longest = Math.max(...patterns.map(({ words }) => words.length))
  const all = createRequestHandler(build, 'production')
  // An optional word or an open end makes an address shorter than its pattern: then length says nothing.
  if (patterns.some(({ words }) => words.some(isOpen))) return all
  const few = new Map<string, Handle>()

  function handlerFor(first: string, length: number): Handle {
    const fits = ({ words }: (typeof patterns)[number]) =>
      words.length <= length && (words[0] === undefined || words[0] === first || words[0].startsWith(':'))
    const ids = new Set(patterns.filter(fits).map(({ id }) => id))
    return createRequestHandler(only(ids, build), 'production')
  }

  return (request, context) => {
    const words = wordsOf(new URL(request.url).pathname.replace(/\.data$/, ''))
    const [first = ''] = words
    if (!known.has(first)) return all(request, context)
    const length = Math.min(words.length, longest)
    const key = `${length} ${first}`
    const handler = few.get(key) ?? handlerFor(first, length)
    few.set(key, handler)
    return handler(request, context)
  }
}

function patternOf(id: string | undefined, build: ServerBuild): string {
  const route = id === undefined ? undefined : build.routes[id]
  return route ? `${patternOf(route.parentId, build)}/${route.path ?? ''}` : ''
}

const wordsOf = (path: string) => path.split('/').filter(Boolean)
const isOpen = (word: string) => word.endsWith('?') || word.endsWith('*')

function only(ids: ReadonlySet<string>, build: ServerBuild): ServerBuild {
  const these = <Each>(routes: Record<string, Each>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return { ...build, routes: these(build.routes), assets: { ...build.assets, routes: these(build.assets.routes) } }
}
