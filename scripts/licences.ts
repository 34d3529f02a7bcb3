import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Writes what `/about/licences` lists: every package of the lock file with the licence it declares. Part of the build. */
type Locked = { version?: string; license?: string; dev?: boolean; optional?: boolean; link?: boolean }
type Listed = { name: string; version: string; licence: string; use: 'running' | 'building' }
type Declared = { license?: string | { type?: string }; licenses?: { type?: string }[] }

const target = 'app/routes/about.licences/licences.json'
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

const listed = new Map<string, Listed>()
for (const [path, locked] of Object.entries(lock.packages)) {
  if (!path || locked.link || !locked.version) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const key = `${name}@${locked.version}`
  const use = locked.dev && listed.get(key)?.use !== 'running' ? 'building' : 'running'
  listed.set(key, { name, version: locked.version, licence: licenceOf(path, locked), use })
}
const sorted = [...listed.values()].sort(
  (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version),
)

writeFileSync(target, `[\n${sorted.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`)
const unknown = sorted.filter(({ licence }) => licence === 'not declared')
console.log(`${sorted.length} packages and their licences, ${unknown.length} of them undeclared`)

function licenceOf(path: string, locked: Locked) {
  if (locked.license) return locked.license
  const manifest = `${path}/package.json`
  if (!existsSync(manifest)) return 'not declared'
  const declared = JSON.parse(readFileSync(manifest, 'utf8')) as Declared
  if (typeof declared.license === 'string') return declared.license
  const named = declared.license?.type ?? declared.licenses?.map(({ type }) => type).join(', ')
  return named ?? titleOfLicence(`${path}/LICENSE`) ?? 'not declared'
}

/** Some packages bring the text and forget the name: its first line says it. */
function titleOfLicence(file: string) {
  const [title = ''] = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  return /^(The )?MIT License/i.test(title) ? 'MIT' : undefined
}
