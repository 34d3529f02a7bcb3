import { execFileSync } from 'node:child_process'
import { type Bounds, closedOnBox, isRing, joined, type Line } from './line-work.ts'

type Detail = { resolution: 'f' | 'h' | 'i' | 'l'; rivers: string; smallest_km2: number }

/**
 * Land, lakes and rivers of the box from GSHHG, through the Generic Mapping Tools (Debian: gmt, gmt-gshhg-full).
 * `rivers` is one of GMT's river levels, 'a' for all.
 */
export function shoreline(box: Bounds, { resolution, rivers, smallest_km2 }: Detail) {
  const region = `-R${box.west}/${box.east}/${box.south}/${box.north}`
  const area = `-A${smallest_km2}`
  const shores = segments(coast([region, `-D${resolution}`, area, '-M', '-W']))
  const ofLevel = (level: number) => joined(shores.filter((segment) => segment.level === level).map(({ line }) => line))
  return {
    land: closedOnBox(ofLevel(1), box),
    lakes: ofLevel(2).filter(isRing),
    rivers: joined(segments(coast([region, `-D${resolution}`, '-M', `-I${rivers}`])).map(({ line }) => line)),
  }
}

function coast(args: string[]) {
  return execFileSync('gmt', ['coast', ...args], { encoding: 'utf8', maxBuffer: 100_000_000 })
}

function segments(text: string): { level: number; line: Line }[] {
  return text
    .split('>')
    .map((part) => ({
      level: Number(/Level (\d)/.exec(part)?.[1]),
      line: part
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map((row): [number, number] => {
          const [x = 0, y = 0] = row.trim().split(/\s+/).map(Number)
          return [x, y]
        }),
    }))
    .filter(({ line }) => line.length > 1)
}
