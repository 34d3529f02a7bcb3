import { around } from 'geokdbush'
import KDBush from 'kdbush'
import Supercluster from 'supercluster'
import type { Db } from '#db/database.ts'
import type { View } from './find-peer.ts'
import type { Spot } from './find-questions.ts'

/** The live lots of a database in memory, in the structures that are hardest to beat there. */
export async function memoryOf(db: Db, now: string) {
  const rows = await db
    .selectFrom('lot_index')
    .select(['n', 'latitude_e6', 'longitude_e6'])
    .where('must_go_by', '>', now)
    .execute()
  const tree = new KDBush(rows.length)
  for (const { longitude_e6, latitude_e6 } of rows) tree.add(longitude_e6 / 1e6, latitude_e6 / 1e6)
  tree.finish()
  return {
    nearest: ({ longitude_e6, latitude_e6 }: Spot, most: number, km: number) =>
      around(tree, longitude_e6 / 1e6, latitude_e6 / 1e6, most, km).map((at) => rows[at]?.n ?? 0),
    clusters: clustersOf(rows),
  }
}

type Row = { latitude_e6: number; longitude_e6: number }

function clustersOf(rows: readonly Row[]) {
  const index = new Supercluster({ radius: 64, extent: 256, maxZoom: 17 })
  index.load(
    rows.map(({ longitude_e6, latitude_e6 }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [longitude_e6 / 1e6, latitude_e6 / 1e6] },
    })),
  )
  return ({ west, south, east, north }: View, zoom: number) => index.getClusters([west, south, east, north], zoom)
}
