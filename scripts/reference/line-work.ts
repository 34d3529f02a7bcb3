/** [longitude, latitude] in degrees, as GeoJSON wants it. */
export type Spot = [number, number]
export type Line = Spot[]
export type Bounds = { west: number; south: number; east: number; north: number }

/** Joins lines end to start where they meet exactly, so that what was cut at a tile's edge is whole again. */
export function joined(lines: Line[]): Line[] {
  const byStart = new Map(lines.map((line) => [nameOf(line[0]), line]))
  const followed = new Set(lines.map((line) => nameOf(line.at(-1))))
  const used = new Set<Line>()
  const follow = (first: Line) => {
    const whole = [...first]
    used.add(first)
    for (
      let next = byStart.get(nameOf(whole.at(-1)));
      next && !used.has(next);
      next = byStart.get(nameOf(whole.at(-1)))
    ) {
      used.add(next)
      whole.push(...next.slice(1))
    }
    return whole
  }
  const loose = lines.filter((line) => !followed.has(nameOf(line[0]))).map(follow)
  const rings: Line[] = []
  for (const line of lines) if (!used.has(line)) rings.push(follow(line))
  return [...loose, ...rings]
}

/**
 * Closes open shores into rings along the edge of the box they were cut by. Land lies left of a shore, so from each end
 * the edge is followed counter-clockwise to the next beginning. Rings that are closed already come back as they are.
 */
export function closedOnBox(shores: Line[], box: Bounds): Line[] {
  const open = shores.filter((line) => !isRing(line))
  const rings = shores.filter(isRing)
  const left = new Set(open)
  for (const first of open) {
    if (!left.has(first)) continue
    const ring: Line = []
    for (let shore: Line | undefined = first; shore && left.has(shore); ) {
      left.delete(shore)
      ring.push(...shore)
      shore = nextAlongEdge(ring, open, box)
    }
    rings.push([...ring, ring[0] ?? [0, 0]])
  }
  return rings
}

/** Drops points that stray less than `tolerance` degrees from the line without them (Douglas and Peucker 1973). */
export function simplified(line: Line, tolerance: number): Line {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return line
  if (isRing(line)) return simplifiedRing(line, tolerance)
  let farthest = 0
  let at = 0
  line.forEach((spot, position) => {
    const stray = distanceToChord(spot, first, last)
    if (stray > farthest) [farthest, at] = [stray, position]
  })
  if (farthest <= tolerance) return [first, last]
  return [...simplified(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplified(line.slice(at), tolerance)]
}

/** Rounds to so many decimals and drops points that fall on the one before. */
export function rounded(line: Line, decimals: number): Line {
  const scale = 10 ** decimals
  const round = (degrees: number) => Math.round(degrees * scale) / scale
  const spots = line.map(([x, y]): Spot => [round(x), round(y)])
  return spots.filter((spot, position) => position === 0 || nameOf(spot) !== nameOf(spots[position - 1]))
}

/** The part of a ring inside the box (Sutherland and Hodgman 1974). Good for filling, not for drawing its outline. */
export function clippedRing(ring: Line, { west, south, east, north }: Bounds): Line {
  const sides: [(spot: Spot) => boolean, 0 | 1, number][] = [
    [([x]) => x >= west, 0, west],
    [([x]) => x <= east, 0, east],
    [([, y]) => y >= south, 1, south],
    [([, y]) => y <= north, 1, north],
  ]
  return sides.reduce((line, [isInside, axis, edge]) => clippedSide(line, isInside, axis, edge), ring)
}

export function isInside([x, y]: Spot, { west, south, east, north }: Bounds) {
  return x >= west && x <= east && y >= south && y <= north
}

/** Whether a spot is inside a ring, by counting the edges to its right. */
export function holds(ring: Line, [x, y]: Spot) {
  let isIn = false
  ring.forEach(([ax, ay], position) => {
    const [bx, by] = ring.at(position - 1) ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  })
  return isIn
}

/** The area of a ring in square degrees: only to tell an island from a rock. */
export function areaOf(ring: Line) {
  const twice = ring.reduce((sum, [x, y], position) => {
    const [nextX, nextY] = ring[(position + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

export function isRing(line: Line) {
  return line.length > 3 && nameOf(line[0]) === nameOf(line.at(-1))
}

function nameOf(spot: Spot | undefined) {
  return spot ? spot.join() : ''
}

function nextAlongEdge(ring: Line, open: Line[], box: Bounds): Line | undefined {
  const from = alongEdge(ring.at(-1) ?? [0, 0], box)
  const way = (line: Line) => (alongEdge(line[0] ?? [0, 0], box) - from + 4) % 4
  const next = [...open].sort((a, b) => way(a) - way(b))[0]
  if (!next) return undefined
  const corners: Spot[] = [
    [box.east, box.south],
    [box.east, box.north],
    [box.west, box.north],
    [box.west, box.south],
  ]
  const passed = corners
    .map((spot, position) => ({ spot, way: (position + 1 - from + 4) % 4 }))
    .filter((corner) => corner.way < way(next))
  ring.push(...passed.sort((a, b) => a.way - b.way).map(({ spot }) => spot))
  return next
}

/** Where on the edge of the box a spot lies: 0 to 4, counter-clockwise from the south-west corner. */
function alongEdge([x, y]: Spot, { west, south, east, north }: Bounds) {
  const [across, up] = [(x - west) / (east - west), (y - south) / (north - south)]
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6
  if (near(up, 0)) return across
  if (near(across, 1)) return 1 + up
  if (near(up, 1)) return 2 + (1 - across)
  return 3 + (1 - up)
}

// A ring has no chord: it is cut at its middle point first.
function simplifiedRing(ring: Line, tolerance: number): Line {
  const middle = Math.floor(ring.length / 2)
  return [
    ...simplified(ring.slice(0, middle + 1), tolerance).slice(0, -1),
    ...simplified(ring.slice(middle), tolerance),
  ]
}

function distanceToChord([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot) {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

function clippedSide(ring: Line, isInside: (spot: Spot) => boolean, axis: 0 | 1, edge: number): Line {
  return ring.flatMap((spot, position) => {
    const before = ring.at(position - 1) ?? spot
    const crossing = isInside(spot) === isInside(before) ? [] : [crossingAt(before, spot, axis, edge)]
    return isInside(spot) ? [...crossing, spot] : crossing
  })
}

function crossingAt(a: Spot, b: Spot, axis: 0 | 1, edge: number): Spot {
  const share = (edge - a[axis]) / (b[axis] - a[axis])
  return axis === 0 ? [edge, a[1] + share * (b[1] - a[1])] : [a[0] + share * (b[0] - a[0]), edge]
}
