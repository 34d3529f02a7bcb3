import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import packages from '#app/routes/about.licences/licences.json'
import { works } from '#app/routes/about.licences/works.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; link?: boolean }>
}

test('the licence page names every package of the lock file, in its version', () => {
  const locked = Object.entries(lock.packages)
    .filter(([path, { link, version }]) => path !== '' && !link && version)
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`)
  expect(packages.map(({ name, version }) => `${name}@${version}`).sort()).toEqual([...new Set(locked)].sort())
})

test('nothing that runs is without a licence', () => {
  expect(packages.filter(({ use, licence }) => use === 'running' && licence === 'not declared')).toEqual([])
})

test('the unusual licences are told for what they are', () => {
  const licenceOf = (wanted: string) => packages.find(({ name }) => name === wanted)?.licence
  expect(licenceOf('react-leaflet')).toBe('Hippocratic-2.1')
  expect(licenceOf('libheif-js')).toMatch(/^LGPL/)
})

test('data that ask for a sentence get it, in their own words', () => {
  const lineOf = (wanted: string) => works.find(({ name }) => name.startsWith(wanted))?.line
  expect(lineOf('Greenhouse')).toBe(
    'Contains public sector information licensed under the Open Government Licence v3.0.',
  )
  expect(lineOf('GeoNames')).toContain('CC BY 4.0')
  expect(lineOf('GSHHG')).toContain('GSHHG')
})
