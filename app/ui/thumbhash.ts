const columns = 4
const rows = 3

/** A thumbhash drawn as a bitmap of 4 × 3 pixels in a data URL: the browser blurs it by enlarging it. */
export function thumbhashUrl(thumbhash: string) {
  const bytes = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0))
  if (bytes.length < 6) return undefined
  return `url(data:image/bmp;base64,${btoa(String.fromCharCode(...bitmap(pixels(bytes))))})`
}

/** 24 bits a pixel, blue first, from the bottom row up; four pixels make a row that needs no padding. */
function bitmap(colours: number[][]) {
  const size = 54 + columns * rows * 3
  const header = [
    66,
    77,
    size,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    54,
    0,
    0,
    0,
    40,
    0,
    0,
    0,
    columns,
    0,
    0,
    0,
    rows,
    0,
    0,
    0,
    1,
    0,
    24,
    0,
  ]
  const body = Array.from({ length: rows }, (_, row) =>
    colours.slice((rows - 1 - row) * columns, (rows - row) * columns),
  ).flat(2)
  return [...header, ...Array<number>(54 - header.length).fill(0), ...body]
}

/** Evan Wallace's decoder (thumbhash, MIT), evaluated at the middle of each of our few pixels. */
function pixels(hash: Uint8Array) {
  const at = (index: number) => hash[index] ?? 0
  const head = at(0) | (at(1) << 8) | (at(2) << 16)
  const more = at(3) | (at(4) << 8)
  const isLandscape = more >> 15
  const hasAlpha = head >> 23
  const wide = Math.max(3, isLandscape ? (hasAlpha ? 5 : 7) : more & 7)
  const high = Math.max(3, isLandscape ? more & 7 : hasAlpha ? 5 : 7)
  let nibble = 0
  const read = (nx: number, ny: number, scale: number) => {
    const factors: number[] = []
    for (let y = 0; y < ny; y++) {
      for (let x = y ? 0 : 1; x * ny < nx * (ny - y); x++) {
        const value = (at((hasAlpha ? 6 : 5) + (nibble >> 1)) >> ((nibble++ & 1) << 2)) & 15
        factors.push((value / 7.5 - 1) * scale)
      }
    }
    return { nx, ny, factors }
  }
  const light = read(wide, high, ((head >> 18) & 31) / 31)
  const yellow = read(3, 3, (((more >> 3) & 63) / 63) * 1.25)
  const red = read(3, 3, (((more >> 9) & 63) / 63) * 1.25)
  return Array.from({ length: columns * rows }, (_, index) => {
    const x = ((index % columns) + 0.5) / columns
    const y = (Math.floor(index / columns) + 0.5) / rows
    const l = (head & 63) / 63 + wave(light, x, y)
    const p = ((head >> 6) & 63) / 31.5 - 1 + wave(yellow, x, y)
    const q = ((head >> 12) & 63) / 31.5 - 1 + wave(red, x, y)
    const blue = l - (2 / 3) * p
    const reddish = (3 * l - blue + q) / 2
    return [blue, reddish - q, reddish].map((value) => Math.round(255 * Math.min(1, Math.max(0, value))))
  })
}

function wave({ nx, ny, factors }: { nx: number; ny: number; factors: number[] }, x: number, y: number) {
  let sum = 0
  let index = 0
  for (let v = 0; v < ny; v++) {
    for (let u = v ? 0 : 1; u * ny < nx * (ny - v); u++) {
      sum += (factors[index++] ?? 0) * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y) * 2
    }
  }
  return sum
}
