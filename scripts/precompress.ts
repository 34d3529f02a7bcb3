import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Writes a `.br` beside every built file that gets smaller by it, so that the server never compresses the same bytes twice. */
const folder = 'build/client'
const worth = new Set(['.js', '.css', '.svg', '.json', '.geojson', '.webmanifest', '.wasm'])
const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))

let before = 0
let after = 0
for (const path of paths.filter((path) => worth.has(extname(path)) && statSync(path).size > 512)) {
  const bytes = readFileSync(path)
  const small = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  writeFileSync(`${path}.br`, small)
  before += bytes.length
  after += small.length
}
console.log(`Compressed ${Math.round(before / 1000)} kB of client files to ${Math.round(after / 1000)} kB`)
