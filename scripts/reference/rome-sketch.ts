import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Line, Spot } from './line-work.ts'

type Stroke = { layer: string; name: string; line: Line }

/**
 * Rome by hand, from `db/reference/rome-sketch.csv`: a schematic drawing from memory, good to some hundred metres, to tell
 * where one is. Not for navigation. Layers called `…-name` hold the one spot where the name of a water stands.
 */
export function romeSketch(): Stroke[] {
  const rows: Record<'layer' | 'name' | 'line', string>[] = parse(readFileSync('db/reference/rome-sketch.csv'), {
    columns: true,
  })
  return rows.map(({ layer, name, line }) => ({ layer, name, line: line.split(', ').map(spot) }))
}

function spot(text: string): Spot {
  const [x = 0, y = 0] = text.split(' ').map(Number)
  return [x, y]
}
