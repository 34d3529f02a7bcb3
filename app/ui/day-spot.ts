type Point = { latitude_e6: number; longitude_e6: number }

/** Where something is on the map of a day, in degrees: the door itself with no radius, else the circle anyone may see. */
export type DaySpot = { latitude: number; longitude: number; radius_m: number }

export function spotOf(door: Point | undefined, place: Point & { blur_radius_m?: number | null }): DaySpot {
  const { latitude_e6, longitude_e6 } = door ?? place
  const radius_m = door ? 0 : (place.blur_radius_m ?? 0)
  return { latitude: latitude_e6 / 1e6, longitude: longitude_e6 / 1e6, radius_m }
}

export type DayMark = DaySpot & {
  id: string
  /** What stands on it: a letter for the vehicle and the stop's number. */
  label: string
  name: string
  to: string
  look: 'collect' | 'deliver' | 'waiting' | 'hub'
  isDone?: boolean
}

/** What one vehicle drives, stop after stop from the hub and back to it. */
export type DayWay = { id: string; letter: string; name: string; note: string; spots: readonly DaySpot[] }

/** 'A' for the first vehicle of a day, 'B' for the second; after 'Z' it begins again. */
export const letterOf = (index: number) => String.fromCharCode(65 + (index % 26))

/** How many ways of drawing a way there are before they come again. */
export const waysDrawn = 4

/** Marks at one and the same spot as one: two stops at a door would hide each other at every zoom. */
export function together(marks: readonly DayMark[]): DayMark[] {
  const bySpot = new Map<string, DayMark[]>()
  for (const mark of marks) {
    const spot = `${mark.latitude} ${mark.longitude}`
    bySpot.set(spot, [...(bySpot.get(spot) ?? []), mark])
  }
  return [...bySpot.values()].flatMap((all) => {
    const [first, second] = all
    if (!first || !second) return all
    const labels = all.map(({ label }) => label).filter(Boolean)
    return {
      ...first,
      label: labels.length > 1 ? `${labels[0]} +${labels.length - 1}` : (labels[0] ?? ''),
      name: all.map(({ name }) => name).join('; '),
      isDone: all.every(({ isDone }) => isDone),
    }
  })
}
