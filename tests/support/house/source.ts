import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

export const root = resolve(import.meta.dirname, '../../..')

/** A file of the house: its path from the root, with slashes, and what it says. */
export type Source = { path: string; text: string }

/** A rule of the house, with a file that breaks it to prove that it can be broken. */
export type Rule = { says: string; offences: (source: Source) => string[]; planted: Source }

/** Every TypeScript and JavaScript file below the folders. */
export function sources(...folders: string[]): Source[] {
  return folders
    .flatMap(paths)
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Every file below the folder, whatever its kind. */
export function paths(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** What a file imports, types included: files of the house by path, everything else by package name. */
export function importsOf({ path, text }: Source): { files: string[]; packages: string[] } {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  const isOurs = (name: string) => name.startsWith('#') || name.startsWith('.')
  const resolved = (name: string) =>
    name.startsWith('#') ? name.slice(1) : relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/')
  return {
    files: names.filter(isOurs).map(resolved).map(withoutQuery),
    packages: names.filter((name) => !isOurs(name)),
  }
}

/** Walks the whole syntax tree of a file. */
export function walk({ path, text }: Source, visit: (node: ts.Node) => void): void {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS
  const step = (node: ts.Node) => {
    visit(node)
    ts.forEachChild(node, step)
  }
  step(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind))
}

const withoutQuery = (name: string) => name.replace(/\?.*$/, '')
