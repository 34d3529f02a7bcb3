import type { HubMaterialRow } from '#db/schema/hubs.ts'
import { families } from '../listings/material-families.ts'
import { materials } from '../listings/materials.ts'
import { node, nodesAbove } from '../listings/wanted-material.ts'

export type Taken = Pick<HubMaterialRow, 'material_key' | 'takes'>

/** What a hub can speak about, family by family: the branch first, then its leaves. */
export function materialTree() {
  return families.map(([family, hatch]) => ({
    family,
    hatch,
    leaves: materials.filter(({ key }) => key.startsWith(`${family}.`)).map(({ key, name }) => ({ key, name })),
  }))
}

/** The nodes a form speaks of: fields named by their key, 'takes' or 'refuses'; anything else is silence. */
export function readTaken(typed: Readonly<Record<string, string>>): Taken[] {
  const known = new Set<string>(families.map(([family]) => family))
  return Object.entries(typed)
    .filter(([key, answer]) => (known.has(key) || node(key)) && (answer === 'takes' || answer === 'refuses'))
    .map(([material_key, answer]) => ({ material_key, takes: answer === 'takes' ? 1 : 0 }) as const)
}

/** Whether a hub takes a leaf: the nearest node it speaks of decides. Undefined where it says nothing. */
export function takes(said: readonly Taken[], key: string): boolean | undefined {
  const answers = new Map(said.map((each) => [each.material_key, each.takes === 1]))
  return nodesAbove(key)
    .map((each) => answers.get(each))
    .find((answer) => answer !== undefined)
}
