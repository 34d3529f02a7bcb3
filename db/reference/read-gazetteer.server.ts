import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GazetteerFile } from './gazetteer-file.ts'

/** The towns, places and quarters as built by `npm run reference`. Not kept: the gazetteer makes its own index of it. */
export function readGazetteer(): GazetteerFile {
  return JSON.parse(readFileSync(resolve('db/reference/gazetteer.json'), 'utf8'))
}
