import { cardsOf, readCard } from '#app/domain/discovery/lot-rows.server.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import type { Db } from '#db/database.ts'
import type { Asked } from '#scripts/bench.ts'
import { addingRate } from './find-adding.ts'
import { clusters, facets } from './find-map.ts'
import { memoryOf } from './find-memory.ts'
import { type Peer, peerOf } from './find-peer.ts'
import { ask, asked as askedBy, type Spot } from './find-questions.ts'
import { findStores } from './find-stores.ts'
import { race } from './race.ts'

const runs = 300
const km = 10

/** Everything a search can ask, through the functions the pages use, on both databases; beside memory and beside an expert's PostgreSQL. */
export async function run(asked: Asked) {
  const stores = await findStores(asked)
  const now = new Date().toISOString()
  const [sqlite] = stores
  const postgres = stores.find(({ name }) => name === 'postgres')
  if (!sqlite) return
  const memory = await memoryOf(sqlite.db, now)
  const peer = postgres && (await peerOf(postgres.url, now))
  for (const { name, db } of stores) {
    // What an expert does is measured once, beside the first.
    const field = { db, name, n: asked.listings, now, memory, peer: name === sqlite.name ? peer : undefined, spots }
    await nearest(field)
    await keyword(field)
    await newest(field)
    await cutList(field)
    await facets(field)
    await clusters(field)
  }
  for (const { name, db } of stores) await addingRate(db, name, asked.listings)
  await peer?.stop()
  for (const { stop } of stores) await stop()
}

export type Field = {
  db: Db
  name: string
  n: number
  now: string
  memory: Awaited<ReturnType<typeof memoryOf>>
  peer: Peer | undefined
  spots: readonly Spot[]
}

const { spots, words, cuts } = askedBy(runs)

async function nearest({ db, name, n, now, memory, peer }: Field) {
  const question = ask({ radius: String(km), sort: 'nearest' })
  const cards = async (numbers: readonly number[]) =>
    (
      await cardsOf(
        db,
        numbers.map((n) => ({ n })),
      )
    ).map(readCard)
  const common = { n, questions: spots }
  await race({
    ...common,
    name: `nearest-24-within-10km-${name}`,
    ours: (from) => searchLots(db, { ask: question, from, now }),
    limit: (from) => cards(memory.nearest(from, 24, km)),
    peer: peer?.hasPostgis ? (from) => peer.nearestPostgis(from, km) : peer && ((from) => peer.nearest(from, km)),
  })
  await race({
    ...common,
    name: `count-within-10km-${name}`,
    ours: (from) => countLots(db, { ask: question, from, now }),
    peer: peer && ((from) => peer.count(from, km)),
  })
}

async function keyword({ db, name, n, now, peer }: Field) {
  const questions = words.map((word, at) => ({
    word,
    from: spots[at] ?? spots[0],
    near: ask({ q: word.typed, material: word.material, radius: '25' }),
    anywhere: ask({ q: word.typed }),
  }))
  await race({
    n,
    name: `keyword-25km-material-${name}`,
    questions,
    ours: ({ near, from }) => searchLots(db, { ask: near, from, now }),
    peer: peer && (({ word, from }) => from && peer.keyword(from, 25, word)),
  })
  await race({
    n,
    name: `keyword-national-newest-${name}`,
    questions,
    ours: ({ anywhere }) => searchLots(db, { ask: anywhere, from: undefined, now }),
  })
}

/** Page after page from the newest on, as many as there are runs. */
async function newest({ db, name, n, now, peer }: Field) {
  const pages: { after: string | undefined; last: { published_at: string; id: string } }[] = []
  for (let after: string | undefined; pages.length < runs; ) {
    const { lots, next } = await searchLots(db, { ask: { ...ask({}), after }, from: undefined, now })
    const last = lots.at(-1)
    if (!last?.published_at) break
    pages.push({ after, last: { published_at: last.published_at, id: last.id } })
    after = next
    if (!after) break
  }
  await race({
    n,
    name: `newest-by-key-${name}`,
    questions: pages,
    ours: ({ after }) => searchLots(db, { ask: { ...ask({}), after }, from: undefined, now }),
    peer: peer && (({ last }) => peer.newest(last.published_at, last.id)),
  })
}

async function cutList({ db, name, n, now, peer }: Field) {
  await race({
    n,
    name: `cut-list-national-${name}`,
    questions: cuts,
    ours: ({ typed }) => searchLots(db, { ask: ask({ cut: typed, sort: 'best_fit' }), from: undefined, now }),
    peer: peer && ((cut) => peer.cut(cut)),
  })
  await race({
    n,
    name: `cut-list-within-10km-${name}`,
    questions: cuts.map((cut, at) => ({ cut, from: spots[at] })),
    ours: ({ cut, from }) =>
      searchLots(db, { ask: ask({ cut: cut.typed, radius: String(km), sort: 'best_fit' }), from, now }),
  })
}
