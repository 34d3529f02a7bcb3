import { readdir, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { photosFolder } from './photo-store.server.ts'

/**
 * Removes what a crash left behind: files last written before `before` (an instant) that no row refers to.
 * The time leaves alone what is being kept right now, between its files and its row. Returns how many went.
 */
export async function sweepPhotos(used: ReadonlySet<string>, before: string): Promise<number> {
  let removed = 0
  for (const entry of await filesBelow(photosFolder())) {
    const hash = /^([0-9a-f]{32})-\d+\.webp$/.exec(entry.name)?.[1]
    if (hash !== undefined && used.has(hash)) continue
    const path = resolve(entry.parentPath, entry.name)
    if (!(await isOlder(path, before))) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function filesBelow(folder: string) {
  try {
    return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  } catch {
    return []
  }
}

async function isOlder(path: string, before: string) {
  try {
    return (await stat(path)).mtimeMs < Date.parse(before)
  } catch {
    return false
  }
}
