import { distanceMetres, type Point } from '#app/domain/places/point.ts'
import type { GazetteerFile } from '#db/reference/gazetteer-file.ts'

type Quarter = GazetteerFile['quarters'][number]

/** The names a Roman steers by: they are written first, and others make way for them. */
const landmarks = [
  'Montesacro',
  'Trastevere',
  'Prati',
  'Testaccio',
  'San Lorenzo',
  'EUR',
  'Ostia',
  'Garbatella',
  'Pigneto',
  'Centocelle',
  'Parioli',
  'Cinecittà',
  'Monteverde',
  'Primavalle',
  'Corviale',
  'Tor Bella Monaca',
  'Pietralata',
]

const apart = [2_600, 1_300]

/** Gives each quarter the rank its label has: 1 stands 2,6 km from any other 1, 2 stands 1,3 km from any 1 or 2, 3 is the rest. */
export function ranked(quarters: Quarter[]): { quarter: Quarter; rank: number }[] {
  const first = (quarter: Quarter) => (landmarks.includes(quarter[0]) ? 0 : 1)
  const chosen: { quarter: Quarter; rank: number }[] = []
  for (const [position, metres] of apart.entries()) {
    for (const quarter of [...quarters].sort((a, b) => first(a) - first(b))) {
      if (
        chosen.some((other) => other.quarter === quarter || distanceMetres(spot(other.quarter), spot(quarter)) < metres)
      )
        continue
      chosen.push({ quarter, rank: position + 1 })
    }
  }
  return quarters.map((quarter) => chosen.find((other) => other.quarter === quarter) ?? { quarter, rank: 3 })
}

function spot([, , latitude_e6, longitude_e6]: Quarter): Point {
  return { latitude_e6, longitude_e6 }
}
