import pg from 'pg'

import type { Cut, Spot, Words } from './find-questions.ts'

export type View = { west: number; south: number; east: number; north: number }

/** What an expert would set up on PostgreSQL for the same questions: one wide table, an index for each, prepared statements. */
export type Peer = Awaited<ReturnType<typeof peerOf>>

const card = `id, code, title, material_key, unit, total, held, collected, written_off, must_go_by, published_at,
  weight_grade, weight_typ_g, donor_name, area, latitude, longitude`

/** `now` is told once: a peer's plan may not suffer from it. */
export async function peerOf(url: string, now: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const hasPostgis =
    (await client.query(`select 1 from pg_available_extensions where name = 'postgis'`)).rows.length > 0
  await client.query(table(hasPostgis))
  await client.query('vacuum analyze peer_lots')
  const prepared = (name: string, text: string) => (values: unknown[]) => client.query({ name, text, values })
  const ask = statements(prepared, `'${now}'`)
  const circle = ({ longitude_e6, latitude_e6 }: Spot, km: number) => {
    const degrees = km / 111.195
    const [x, y] = [longitude_e6 / 1e6, latitude_e6 / 1e6]
    const wide = degrees / Math.cos((y * Math.PI) / 180)
    return [x, y, x - wide, y - degrees, x + wide, y + degrees, km * 1000]
  }
  return {
    hasPostgis,
    nearestPostgis: ({ longitude_e6, latitude_e6 }: Spot, km: number) =>
      ask.nearestPostgis([longitude_e6 / 1e6, latitude_e6 / 1e6, km * 1000]),
    nearest: (spot: Spot, km: number) => ask.nearest(circle(spot, km)),
    count: (spot: Spot, km: number) => ask.count(circle(spot, km)),
    keyword: (spot: Spot, km: number, { stem, material }: Words) =>
      ask.keyword([...circle(spot, km), `${stem}:*`, `${material}.%`]),
    grid: ({ west, south, east, north }: View, cell: number) => ask.grid([west, south, east, north, cell]),
    facets: (spot: Spot, km: number) => ask.facets(circle(spot, km)),
    nationalFacets: () => ask.nationalFacets([]),
    newest: (published_at: string, id: string) => ask.newest([published_at, id]),
    cut: ({ length_mm, width_mm, thickness_mm }: Cut) => ask.cut([length_mm, width_mm, thickness_mm]),
    stop: () => client.end(),
  }
}

function table(hasPostgis: boolean) {
  const geography = hasPostgis ? ', st_makepoint(p.longitude_e6 / 1e6, p.latitude_e6 / 1e6)::geography as geog' : ''
  return `${hasPostgis ? 'create extension if not exists postgis;' : ''}
    drop table if exists peer_lots;
    create table peer_lots as select l.id, l.code, l.title, l.material_key, l.unit, l.total, l.held, l.collected, l.written_off,
      l.must_go_by, l.published_at, l.condition, l.weight_grade, l.weight_typ_g, l.piece_length_mm, l.piece_width_mm,
      l.piece_thickness_mm, l.hub_id is not null as at_hub, m.name as donor_name, p.area,
      p.latitude_e6 / 1e6::float8 as latitude, p.longitude_e6 / 1e6::float8 as longitude,
      point(p.longitude_e6 / 1e6, p.latitude_e6 / 1e6) as spot, to_tsvector('simple', l.search_text) as words ${geography}
      from listings l join places p on p.id = l.place_id join members m on m.id = l.donor_id
      where l.kind = 'offer' and l.state = 'live' order by l.published_at;
    create index on peer_lots using gist (spot);
    ${hasPostgis ? 'create index on peer_lots using gist (geog);' : ''}
    create index on peer_lots using gin (words);
    create index on peer_lots (published_at desc, id desc);
    create index on peer_lots (material_key text_pattern_ops);
    create index on peer_lots (piece_length_mm, piece_width_mm, piece_thickness_mm);
    create index on peer_lots (must_go_by);`
}

type Prepare = (name: string, text: string) => (values: unknown[]) => Promise<unknown>

function statements(prepared: Prepare, now: string) {
  const open = `(must_go_by is null or must_go_by > ${now})`
  // On a plane with longitude shortened: as near to metres as ten kilometres need.
  const metres = 'sqrt(((longitude - $1) * cos(radians($2::float8)))^2 + (latitude - $2)^2) * 111195'
  const around = `spot <@ box(point($3, $4), point($5, $6)) and ${metres} <= $7 and ${open}`
  const choices = `select material_key, condition, weight_grade in ('A', 'B') as weighed, at_hub,
    case when must_go_by <= (${now}::timestamptz + interval '1 day')::text then 1 when must_go_by <= (${now}::timestamptz + interval '7 days')::text then 7 end as days,
    count(*) from peer_lots`
  const sets = `group by grouping sets ((material_key), (condition), (weighed), (at_hub), (days))`
  return {
    nearestPostgis: prepared(
      'postgis',
      `select ${card} from peer_lots where st_dwithin(geog, st_makepoint($1, $2)::geography, $3) and ${open}
        order by geog <-> st_makepoint($1, $2)::geography limit 24`,
    ),
    nearest: prepared('nearest', `select ${card} from peer_lots where ${around} order by ${metres} limit 24`),
    count: prepared('count', `select count(*), sum(weight_typ_g) from peer_lots where ${around}`),
    keyword: prepared(
      'keyword',
      `select ${card} from peer_lots where ${around} and words @@ $8::tsquery and material_key like $9 order by ${metres} limit 24`,
    ),
    grid: prepared(
      'grid',
      `select floor(longitude / $5) as x, floor(latitude / $5) as y, count(*), sum(weight_typ_g), avg(longitude), avg(latitude)
        from peer_lots where spot <@ box(point($1, $2), point($3, $4)) and ${open} group by 1, 2`,
    ),
    facets: prepared('facets', `${choices} where ${around} ${sets}`),
    nationalFacets: prepared('national', `${choices} where ${open} ${sets}`),
    newest: prepared(
      'newest',
      `select ${card} from peer_lots where (published_at, id) < ($1, $2) and ${open} order by published_at desc, id desc limit 24`,
    ),
    cut: prepared(
      'cut',
      `select ${card} from peer_lots where unit = 'piece' and ${open} and piece_length_mm >= $1 and piece_width_mm >= $2 and piece_thickness_mm >= $3
        order by piece_length_mm * piece_width_mm * piece_thickness_mm limit 24`,
    ),
  }
}
