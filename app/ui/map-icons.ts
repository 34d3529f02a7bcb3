import L from 'leaflet'
import type { HatchName } from './hatch.tsx'

export type LotPin = { hatch: HatchName; material_name: string; grams?: number | undefined }

/** A price tag: kilograms are the price. */
export function pinIcon({ hatch }: LotPin, label: string) {
  const pin = document.createElement('span')
  pin.className = 'pin'
  const box = document.createElement('span')
  const mark = document.createElement('i')
  mark.className = 'hatch'
  mark.dataset['mat'] = hatch
  mark.ariaHidden = 'true'
  box.append(mark, label)
  pin.append(box)
  return L.divIcon({ html: pin, className: 'map-pin', iconSize: [0, 0] })
}

export function bunchIcon(count: number) {
  const bunch = document.createElement('span')
  bunch.className = 'bunch'
  bunch.dataset['size'] = count > 20 ? 'l' : 'm'
  bunch.textContent = String(count)
  return L.divIcon({ html: bunch, className: 'map-pin', iconSize: [0, 0] })
}
