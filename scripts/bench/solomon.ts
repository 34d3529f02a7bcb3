import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { RoundProblem } from '#app/domain/pickups/rounds/problem.ts'

export type Instance = { name: string; vans: number; capacity: number; nodes: Node[] }
type Node = { id: number; x: number; y: number; demand: number; ready: number; due: number; service: number }

/** The instances of a folder in Solomon's format, in the order of their names. */
export async function instancesIn(folder: string, only: string | undefined): Promise<Instance[]> {
  const files = (await readdir(folder)).filter((file) => extname(file).toLowerCase() === '.txt')
  const found = await Promise.all(
    files
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map(async (file) => instanceOf(basename(file, extname(file)), await readFile(join(folder, file), 'utf8'))),
  )
  const instances = found.filter((instance) => instance !== undefined)
  return only === undefined ? instances : instances.filter(({ name }) => name.toLowerCase() === only.toLowerCase())
}

/** Of all lines only those that are numbers: two for the vans, seven for the depot and for each customer. */
export function instanceOf(name: string, text: string): Instance | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/[\s,;]+/))
    .filter((words) => words.every((word) => word !== '' && Number.isFinite(Number(word))))
    .map((words) => words.map(Number))
  const [vans, capacity] = lines.find((numbers) => numbers.length === 2) ?? []
  const nodes = lines.filter((numbers) => numbers.length === 7).map(nodeOf)
  return vans === undefined || capacity === undefined || nodes.length < 2 ? undefined : { name, vans, capacity, nodes }
}

function nodeOf([id = 0, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0]: number[]): Node {
  return { id, x, y, demand, ready, due, service }
}

/** As a day of vans for which only the road counts, where a metre takes a second. */
export function roundOf({ nodes, vans, capacity }: Instance): RoundProblem {
  const [depot] = nodes
  const road = Float64Array.from(nodes.flatMap((a) => nodes.map((b) => Math.hypot(a.x - b.x, a.y - b.y))))
  const van = { startAt: 0, endAt: 0, grams: capacity, dm3: 0, longestMm: 0, from: depot!.ready, to: depot!.due }
  return {
    travel: { count: nodes.length, seconds: road, metres: road },
    vehicles: Array.from({ length: vans }, (_, index) => ({ id: String(index), ...van })),
    stops: nodes.slice(1).map(({ id, demand, ready, due, service }, index) => ({
      id: String(id),
      at: index + 1,
      service,
      windows: [{ from: ready, to: due }],
      pickUp: { grams: demand, dm3: 0 },
    })),
    weights: { perSecond: 0, perMetre: 1 },
  }
}

/** The best distance known for each instance, when nothing but distance counts; empty when the folder does not say. */
export async function bestKnownIn(folder: string): Promise<Map<string, number>> {
  const text = await readFile(join(folder, 'best-known.csv'), 'utf8').catch(() => '')
  const rows = parse(text, { columns: true, trim: true, skip_empty_lines: true }) as Record<string, string>[]
  return new Map(
    rows.map((row) => [row['instance']?.toUpperCase() ?? '', Number(row['best_known_distance_only_distance'])]),
  )
}
