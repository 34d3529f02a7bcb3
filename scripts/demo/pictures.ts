import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isRefusal } from '#app/domain/refusal.ts'
import { type PreparedPhoto, preparePhoto } from '#app/gateways/photo-prepare.server.ts'
import type { Chance } from './chance.ts'

type Picture = { file: string; lot: string; seed: number; view: string; alt_it: string }
export type Shown = { photo: PreparedPhoto; alt: string }

const folder = new URL('photos/', import.meta.url)
const pictures: Picture[] = JSON.parse(readFileSync(new URL('photos.json', folder), 'utf8'))
const prepared = new Map<string, Promise<PreparedPhoto>>()

/** The photos of one offer of this kind: one seed, every view of it. Each file goes through the pipeline once. */
export async function picturesOf(lot: string, chance: Chance): Promise<Shown[]> {
  const seeds = [...new Set(pictures.filter((picture) => picture.lot === lot).map(({ seed }) => seed))]
  const seed = chance.pick(seeds)
  const views = pictures.filter((picture) => picture.lot === lot && picture.seed === seed)
  return Promise.all(views.map(async ({ file, alt_it }) => ({ photo: await prepare(file), alt: alt_it })))
}

/** The display of a scale, as evidence of a weighing. */
export async function scalePicture(chance: Chance): Promise<Shown | undefined> {
  const scales = pictures.filter(({ lot }) => lot.startsWith('scale'))
  const scale = scales.length > 0 ? chance.pick(scales) : undefined
  return scale && { photo: await prepare(scale.file), alt: scale.alt_it }
}

function prepare(file: string) {
  const held = prepared.get(file) ?? open(file)
  prepared.set(file, held)
  return held
}

async function open(file: string) {
  const photo = await preparePhoto(fileURLToPath(new URL(file, folder)))
  if (isRefusal(photo)) throw new Error(`${file}: ${photo.refused}`)
  return photo
}
