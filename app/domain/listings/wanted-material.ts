import type { Unit } from '#db/schema/listings.ts'
import { type Hatch, hatchOf, material, materialName } from './material.ts'
import { fold, searchMaterials, stem } from './material-search.ts'
import { materials } from './materials.ts'

type Locale = 'it' | 'en'

/** A branch of the taxonomy: who looks for wood boards of any kind does not choose a leaf. */
type Branch = { key: string; name: { it: string; en: string }; hatch: Hatch }

const branches: readonly Branch[] = [
  { key: 'wood', name: { it: 'Legno, di ogni tipo', en: 'Wood of any kind' }, hatch: 'wood' },
  { key: 'wood.solid', name: { it: 'Legno massello', en: 'Solid wood' }, hatch: 'wood' },
  { key: 'wood.panel', name: { it: 'Pannelli di legno', en: 'Wood panels' }, hatch: 'wood' },
  { key: 'joinery', name: { it: 'Infissi e impianti', en: 'Joinery and fittings' }, hatch: 'wood' },
  { key: 'joinery.door', name: { it: 'Porte', en: 'Doors' }, hatch: 'wood' },
  { key: 'metal', name: { it: 'Metallo, di ogni tipo', en: 'Metal of any kind' }, hatch: 'metal' },
  { key: 'metal.aluminium', name: { it: 'Alluminio', en: 'Aluminium' }, hatch: 'metal' },
  { key: 'metal.steel', name: { it: 'Acciaio e ferro', en: 'Steel and iron' }, hatch: 'metal' },
  { key: 'masonry', name: { it: 'Muratura e pietra', en: 'Masonry and stone' }, hatch: 'masonry' },
  { key: 'textile', name: { it: 'Tessuti e pelle', en: 'Textiles and leather' }, hatch: 'textile' },
  { key: 'furniture', name: { it: 'Mobili', en: 'Furniture' }, hatch: 'furniture' },
  { key: 'electric', name: { it: 'Elettrico ed elettronico', en: 'Electrical and electronic' }, hatch: 'electric' },
  { key: 'electric.appliance', name: { it: 'Elettrodomestici', en: 'Household appliances' }, hatch: 'electric' },
  { key: 'paper', name: { it: 'Carta e libri', en: 'Paper and books' }, hatch: 'other' },
  { key: 'plastic', name: { it: 'Plastica', en: 'Plastic' }, hatch: 'other' },
]

const branchOf = new Map(branches.map((branch) => [branch.key, branch]))

/** What can be looked for: a leaf, or a branch with all its leaves. */
export type Node = Branch

export function node(key: string | null | undefined): Node | undefined {
  return key ? (branchOf.get(key) ?? material(key)) : undefined
}

export function nodeName(key: string | null, locale: Locale) {
  return branchOf.get(key ?? '')?.name[locale] ?? materialName(key, locale)
}

export function nodeHatch(key: string | null): Hatch {
  return branchOf.get(key ?? '')?.hatch ?? hatchOf(key)
}

/** The node itself and every node below it. */
export function nodesUnder(key: string): string[] {
  const below = [...branches, ...materials].map((each) => each.key).filter((each) => each.startsWith(`${key}.`))
  return [key, ...below]
}

/** The node itself and every node above it: 'wood.solid.boards', 'wood.solid', 'wood'. */
export function nodesAbove(key: string): string[] {
  const parts = key.split('.')
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('.'))
}

/** The unit proposed for a node: the one most of its leaves are offered in. */
export function unitOfNode(key: string): Unit {
  const counts = new Map<Unit, number>()
  for (const leaf of nodesUnder(key)) {
    const [unit] = material(leaf)?.units ?? []
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'piece'
}

/** Nodes that answer what was typed: branches whose name does first, then leaves. */
export function searchNodes(text: string, locale: Locale, limit: number): Node[] {
  const words = fold(text).split(' ').filter(Boolean).map(stem)
  const named = branches.filter(({ name }) => {
    const terms = fold(`${name.it} ${name.en}`).split(' ').map(stem)
    return words.length > 0 && words.every((word) => terms.some((term) => term.startsWith(word)))
  })
  return [...named, ...searchMaterials(text, locale, limit)].slice(0, limit)
}

export type FoundNode =
  | { chosen: Node; error?: never; choices?: never }
  | { chosen?: never; error: string; choices: Node[] }

/** The node a form means: the one ticked, the one picked from the list, else the only one that answers its text. */
export function findNode(typed: Readonly<Record<string, string>>, locale: Locale): FoundNode {
  const text = typed['material']?.trim() ?? ''
  const ticked = node(typed['material_choice'])
  if (ticked) return { chosen: ticked }
  const picked = node(typed['material_key'])
  if (picked && isNameOf(picked, text)) return { chosen: picked }
  if (text === '') return { error: 'errors.required', choices: [] }
  const answers = searchNodes(text, locale, 8)
  const exact = answers.find((answer) => isNameOf(answer, text)) ?? (answers.length === 1 ? answers[0] : undefined)
  if (exact) return { chosen: exact }
  return {
    error: answers.length > 0 ? 'wanted.errors.material-which' : 'wanted.errors.material-unknown',
    choices: answers,
  }
}

function isNameOf({ name }: Node, text: string) {
  return fold(text) === fold(name.it) || fold(text) === fold(name.en)
}
