/** A plain day: equal vans from one depot (node 0), a load that only grows, one window a stop, and only the road counts. */
export type Network = {
  size: number
  vans: number
  capacity: number
  demand: Float64Array
  ready: Float64Array
  due: Float64Array
  service: Float64Array
  /** Flat matrices, from i to j at i × size + j; and the same with rows and columns changed over. */
  road: Float64Array
  roadBack: Float64Array
  time: Float64Array
  timeBack: Float64Array
  penalty: Float64Array
  /** The stops by their distance from each stop: row i of size - 1, itself first. */
  near: Int32Array
}

type Given = Omit<Network, 'roadBack' | 'timeBack' | 'near'>

export function networkOf(given: Given): Network {
  const { size, road } = given
  const time = same(road, given.time) ? road : given.time
  const roadBack = turned(road, size)
  const timeBack = time === road ? roadBack : turned(time, size)
  return { ...given, time, roadBack, timeBack, near: nearest(road, roadBack, size) }
}

const same = (a: Float64Array, b: Float64Array) => a === b || a.every((value, index) => value === b[index])

/** Rows for columns; the matrix itself when it is symmetric, so that less of it has to be kept close. */
function turned(matrix: Float64Array, size: number) {
  const turned = matrix.map((_, index) => matrix[(index % size) * size + Math.floor(index / size)]!)
  return same(turned, matrix) ? matrix : turned
}

function nearest(road: Float64Array, back: Float64Array, size: number) {
  const near = new Int32Array(size * (size - 1))
  const stops = Array.from({ length: size - 1 }, (_, index) => index + 1)
  for (const stop of stops) {
    const far = (other: number) => (other === stop ? -1 : road[stop * size + other]! + back[stop * size + other]!)
    near.set(
      stops.toSorted((a, b) => far(a) - far(b)),
      stop * (size - 1),
    )
  }
  return near
}
