import type { Unit } from '#db/schema/listings.ts'
import { materials } from './materials.ts'

/** The five re-use categories of Implementing Decision (EU) 2021/19. */
export type EuCategory = 'textiles' | 'eee' | 'furniture' | 'construction' | 'other'
/** How a material is drawn: one section hatch per family. */
export type Hatch = 'wood' | 'metal' | 'masonry' | 'textile' | 'electric' | 'furniture' | 'other'
/** Why a coordinator looks before it goes live; said by `refused.review.<reason>`. */
export type ReviewReason =
  | 'upholstered'
  | 'insulation'
  | 'refrigerant'
  | 'sealed-only'
  | 'lead'
  | 'machine'
  | 'used-textile'

export type Material = {
  key: string
  eu_category: EuCategory
  hatch: Hatch
  name: { it: string; en: string }
  /** Other words people use, separated by commas, singular or plural. */
  words: { it: string; en: string }
  /** The first is the one proposed. */
  units: readonly [Unit, ...Unit[]]
  /** Weight row for a full piece of which the size is known. Absent for what is hollow or made of several things. */
  solid?: string
  /** Weight row for a loose heap measured in m³. Never the solid one: they differ sevenfold. */
  loose?: string
  /** Weight rows a donor may choose from: "which of these is it?" */
  items?: readonly string[]
  /** The weight row taken when nothing was chosen and no size is known. Only where most pieces are alike. */
  typical?: string
  /** Material of the emission factor table. */
  factor?: string
  /** What it would have been called as waste. Never printed on a listing. */
  hypothetical_ewc: string
  review?: ReviewReason
  /** Carries loads or stops fire: handed over uncertified, said by `refused.notices.structural`. */
  structural?: true
}

const byKey = new Map(materials.map((material) => [material.key, material]))

export const euCategories = [
  'construction',
  'furniture',
  'textiles',
  'eee',
  'other',
] as const satisfies readonly EuCategory[]

/** The leaf with this key, or undefined when nobody has such a material. */
export function material(key: string | null | undefined): Material | undefined {
  return key ? byKey.get(key) : undefined
}

/** The leaf's name; an unknown key reads as the catch-all leaf, so that an old listing never shows a bare key. */
export function materialName(key: string | null, locale: 'it' | 'en') {
  return (material(key) ?? otherMaterial()).name[locale]
}

export function hatchOf(key: string | null): Hatch {
  return (material(key) ?? otherMaterial()).hatch
}

export function allowsUnit(key: string, unit: Unit) {
  return material(key)?.units.includes(unit) ?? false
}

function otherMaterial(): Material {
  const last = materials.at(-1)
  if (!last) throw new Error('the taxonomy is empty')
  return last
}
