import type { English } from '../catalogue.ts'
import type { units as italian } from '../it/units.ts'

export const units: English<typeof italian> = {
  piece_one: 'piece',
  piece_other: 'pieces',
  gram_one: 'gram',
  gram_other: 'grams',
  names: { piece: 'pieces', g: 'kilos', mm: 'metres', cm2: 'square metres', dm3: 'cubic metres' },
  symbols: { piece: 'pieces', g: 'kg', mm: 'm', cm2: 'm²', dm3: 'm³' },
}
