import type { Material } from './material.ts'
import { electric } from './materials-electric.ts'
import { furniture } from './materials-furniture.ts'
import { joinery } from './materials-joinery.ts'
import { masonry } from './materials-masonry.ts'
import { metal } from './materials-metal.ts'
import { other } from './materials-other.ts'
import { panel } from './materials-panel.ts'
import { textile } from './materials-textile.ts'
import { wood } from './materials-wood.ts'

/** Every leaf of the taxonomy, in the order a list shows them. The catch-all comes last. */
export const materials: readonly Material[] = [
  ...wood,
  ...panel,
  ...joinery,
  ...metal,
  ...masonry,
  ...textile,
  ...furniture,
  ...electric,
  ...other,
]
