import readExif from 'exif-reader'
import type { PhotoPlace } from '#app/domain/listings/photo.ts'

/** The GPS position in an EXIF block, in micro-degrees. Absent, broken or impossible: undefined. */
export function placeInExif(exif: Buffer | undefined): PhotoPlace | undefined {
  const gps = exif && gpsBlock(exif)
  if (!gps) return undefined
  const latitude = degrees(gps.GPSLatitude, gps.GPSLatitudeRef === 'S')
  const longitude = degrees(gps.GPSLongitude, gps.GPSLongitudeRef === 'W')
  // Phones without a fix write 0, 0, which is a spot in the Gulf of Guinea.
  const isThere = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
  return isThere ? { latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) } : undefined
}

function gpsBlock(exif: Buffer) {
  try {
    return readExif(exif).GPSInfo
  } catch {
    return undefined
  }
}

/** Degrees, minutes, seconds → signed degrees; NaN when they are not three numbers. */
function degrees(parts: readonly number[] | undefined, isNegative: boolean) {
  const [whole = NaN, minutes = NaN, seconds = NaN] = parts ?? []
  return (whole + minutes / 60 + seconds / 3600) * (isNegative ? -1 : 1)
}
