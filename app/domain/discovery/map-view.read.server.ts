import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { Box } from '../places/point.ts'
import { insideBox, lotFilter, type Question } from './lot-filter.server.ts'
import { lotRows } from './lot-rows.server.ts'
import { gather, type Spot } from './map-cells.ts'

const mostRead = 20_000

/**
 * What a map shows of the lots that answer a question, in this view and at this zoom: blurred points only. Bunches and
 * pins together are the total, unless `most` says that more lots are in view than one look reads.
 */
export async function mapView(db: Db, question: Question, view: Box, zoom: number) {
  const read = await spotsInView(db, question, view)
  const most = read.length > mostRead
  const spots = most ? read.slice(0, mostRead) : read
  const { bunches, alone } = gather(spots, zoom)
  const pins = await lotsOf(db, alone)
  const total = most
    ? await countInView(db, question, view)
    : { lots: spots.length, grams: spots.reduce((grams, spot) => grams + (spot.grams ?? 0), 0) }
  return { total, bunches, pins, most }
}

const answering = (db: Db, question: Question, view: Box) =>
  db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .where((eb) => eb.and([lotFilter(question)(eb), insideBox(eb, view)]))

function spotsInView(db: Db, question: Question, view: Box): Promise<Spot[]> {
  return answering(db, question, view)
    .select(['listings.id', 'places.latitude_e6', 'places.longitude_e6', 'listings.weight_typ_g as grams'])
    .limit(mostRead + 1)
    .execute()
}

function countInView(db: Db, question: Question, view: Box) {
  return answering(db, question, view)
    .select((eb) => [
      eb.fn.countAll<number>().as('lots'),
      eb.fn.coalesce(eb.fn.sum<number>('listings.weight_typ_g'), sql<number>`0`).as('grams'),
    ])
    .executeTakeFirstOrThrow()
}

async function lotsOf(db: Db, spots: readonly Spot[]) {
  if (spots.length === 0) return []
  const ids = spots.map((spot) => spot.id)
  return lotRows(db).where('listings.id', 'in', ids).orderBy('listings.id').execute()
}
