/** A corner of a drawn area: [latitude_e6, longitude_e6]. */
export type Corner = [number, number]

/** Corners as typed, «41,9412; 12,5291» or «41.9412, 12.5291», one a line. Undefined when a line is none. */
export function readCorners(text: string): Corner[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const corners = lines.map(readCorner)
  return corners.every((corner) => corner !== undefined) ? corners : undefined
}

/** What `readCorners` reads. */
export function writeCorners(corners: readonly Corner[]) {
  return corners
    .map(([latitude, longitude]) => `${(latitude / 1e6).toFixed(5)}, ${(longitude / 1e6).toFixed(5)}`)
    .join('\n')
}

/** The corners kept with a hub. */
export function cornersOf(service_area: string): Corner[] {
  return service_area === '' ? [] : (JSON.parse(service_area) as Corner[])
}

function readCorner(line: string): Corner | undefined {
  const [, latitude = '', longitude = ''] =
    /^(-?\d{1,2}(?:[.,]\d+)?)\s*(?:[;\s]|,\s)\s*(-?\d{1,3}(?:[.,]\d+)?)$/.exec(line) ??
    /^(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)$/.exec(line) ??
    []
  if (latitude === '' || longitude === '') return undefined
  const [north, east] = [latitude, longitude].map((text) => Math.round(Number(text.replace(',', '.')) * 1e6))
  if (north === undefined || east === undefined || Math.abs(north) > 90e6 || Math.abs(east) > 180e6) return undefined
  return [north, east]
}
