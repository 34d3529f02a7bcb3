/** A spot on the earth in whole micro-degrees, which are about 11 cm. */
export type Point = { latitude_e6: number; longitude_e6: number }

const metresPerDegree = 111_195

/** Metres between two points as the crow flies, on a round earth: within 0,5 % of the real one. */
export function distanceMetres(a: Point, b: Point) {
  const [south, north] = [radians(a.latitude_e6), radians(b.latitude_e6)]
  const across = radians(b.longitude_e6 - a.longitude_e6)
  const half = hav(north - south) + Math.cos(south) * Math.cos(north) * hav(across)
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The point `metres` away in the direction of `bearing`, clockwise from north in radians. For short ways. */
export function pointAt(from: Point, metres: number, bearing: number): Point {
  const degrees = metres / metresPerDegree
  return {
    latitude_e6: Math.round(from.latitude_e6 + degrees * Math.cos(bearing) * 1e6),
    longitude_e6: Math.round(
      from.longitude_e6 + (degrees * Math.sin(bearing) * 1e6) / Math.cos(radians(from.latitude_e6)),
    ),
  }
}

export type Box = { south_e6: number; west_e6: number; north_e6: number; east_e6: number }

/** The box that holds every point within `metres`, and corners that are farther: a first sieve for a query by distance. */
export function boxAround({ latitude_e6, longitude_e6 }: Point, metres: number): Box {
  const tall = Math.ceil((metres / metresPerDegree) * 1e6 * 1.001)
  const wide = Math.ceil(tall / Math.cos(radians(Math.abs(latitude_e6) + tall)))
  return {
    south_e6: latitude_e6 - tall,
    west_e6: longitude_e6 - wide,
    north_e6: latitude_e6 + tall,
    east_e6: longitude_e6 + wide,
  }
}

/** A box that lies within `metres` with all its corners; undefined where it would reach over the date line or near a pole. */
export function boxInside({ latitude_e6, longitude_e6 }: Point, metres: number): Box | undefined {
  const tall = Math.floor((metres / metresPerDegree) * 0.7 * 1e6)
  const wide = Math.floor(tall / Math.cos(radians(Math.max(0, Math.abs(latitude_e6) - tall))))
  const box = {
    south_e6: latitude_e6 - tall,
    west_e6: longitude_e6 - wide,
    north_e6: latitude_e6 + tall,
    east_e6: longitude_e6 + wide,
  }
  const isPlain = box.south_e6 > -80e6 && box.north_e6 < 80e6 && box.west_e6 > -180e6 && box.east_e6 < 180e6
  return isPlain ? box : undefined
}

/** The same as one box, or two where it crosses the date line; over a pole it goes around the earth. */
export function boxesAround(from: Point, metres: number): Box[] {
  const tall = Math.ceil((metres / metresPerDegree) * 1e6 * 1.001)
  const [south_e6, north_e6] = [from.latitude_e6 - tall, from.latitude_e6 + tall]
  if (south_e6 <= -89e6 || north_e6 >= 89e6)
    return [{ south_e6, north_e6, west_e6: -180_000_000, east_e6: 180_000_000 }]
  return unwound(boxAround(from, metres))
}

/** A box whose sides may lie beyond the date line, or west of each other, as boxes that do not. */
export function unwound({ south_e6, west_e6, north_e6, east_e6 }: Box): Box[] {
  const around = 360_000_000
  if (east_e6 - west_e6 >= around) return [{ south_e6, north_e6, west_e6: -180_000_000, east_e6: 180_000_000 }]
  const wrap = (e6: number) => ((((e6 + 180_000_000) % around) + around) % around) - 180_000_000
  // The date line itself is both 180 and -180: what is asked of it stays as it was said.
  const [west = 0, east = 0] = [west_e6, east_e6].map((side) => (side === 180_000_000 ? side : wrap(side)))
  if (west <= east) return [{ south_e6, north_e6, west_e6: west, east_e6: east }]
  return [
    { south_e6, north_e6, west_e6: west, east_e6: 180_000_000 },
    { south_e6, north_e6, west_e6: -180_000_000, east_e6: east },
  ]
}

const world = 2 ** 26

/** The longitude and latitude, in micro-degrees, of a spot on the map of the world 2^26 units wide. */
export function longitudeAt(mx: number) {
  return Math.round((mx / world - 0.5) * 360e6)
}

export function latitudeAt(my: number) {
  return Math.round((Math.atan(Math.sinh((0.5 - my / world) * 2 * Math.PI)) * 180e6) / Math.PI)
}

const earth_dm = 63_710_088

/** A point on a round earth, in whole decimetres from its centre. */
export function inSpace({ latitude_e6, longitude_e6 }: Point) {
  const [latitude, longitude] = [radians(latitude_e6), radians(longitude_e6)]
  return {
    x: Math.round(earth_dm * Math.cos(latitude) * Math.cos(longitude)),
    y: Math.round(earth_dm * Math.cos(latitude) * Math.sin(longitude)),
    z: Math.round(earth_dm * Math.sin(latitude)),
  }
}

/** The square of the straight way, in square decimetres, between two points so many metres apart over ground. */
export function chordSquare(metres: number) {
  const halfAngle = Math.min(Math.PI / 2, (metres * 10) / earth_dm / 2)
  return Math.round((2 * earth_dm * Math.sin(halfAngle)) ** 2)
}

/** And back: metres over ground. */
export function metresOfChord(square_dm: number) {
  return (2 * earth_dm * Math.asin(Math.min(1, Math.sqrt(square_dm) / 2 / earth_dm))) / 10
}

/**
 * Reads «west,south,east,north» in degrees, as maps write it. West larger than east: over the date line. A map that was
 * dragged round the earth counts on past 180. Undefined when it is no box on the earth.
 */
export function readBox(text: string | null | undefined): Box | undefined {
  const degrees = (text ?? '').split(',').map((typed) => (typed.trim() === '' ? Number.NaN : Number(typed)))
  const [west = 0, south = 0, east = 0, north = 0] = degrees
  if (degrees.length !== 4 || !degrees.every(Number.isFinite) || south > north) return undefined
  const isAllRound = east - west >= 360
  return {
    west_e6: isAllRound ? -180_000_000 : aroundTheEarth(west),
    south_e6: Math.round(Math.max(-90, Math.min(90, south)) * 1e6),
    east_e6: isAllRound ? 180_000_000 : aroundTheEarth(east),
    north_e6: Math.round(Math.max(-90, Math.min(90, north)) * 1e6),
  }
}

function aroundTheEarth(longitude: number) {
  if (Math.abs(longitude) <= 180) return Math.round(longitude * 1e6)
  return Math.round(((((longitude + 180) % 360) + 360) % 360) * 1e6) - 180_000_000
}

/** Reads "41.9432" degrees as a form carries them. Undefined unless both are numbers on the earth. */
export function readPoint(latitude: string | undefined, longitude: string | undefined): Point | undefined {
  if (!latitude?.trim() || !longitude?.trim()) return undefined
  const point = { latitude_e6: Math.round(Number(latitude) * 1e6), longitude_e6: Math.round(Number(longitude) * 1e6) }
  const isOnEarth = Math.abs(point.latitude_e6) <= 90_000_000 && Math.abs(point.longitude_e6) <= 180_000_000
  return isOnEarth ? point : undefined
}

function radians(e6: number) {
  return (e6 / 1e6) * (Math.PI / 180)
}

function hav(angle: number) {
  return Math.sin(angle / 2) ** 2
}
