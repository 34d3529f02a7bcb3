// Does a draw again from its public page: node check-draw.mjs https://…/listings/…
import { createHash } from 'node:crypto'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const page = await (await fetch(process.argv[2])).text()
const [, json] = page.match(/<script type="application\/json" data-draw[^>]*>(.*?)<\/script>/s) ?? []
if (!json) throw new Error('this page shows no draw')
const { commitment, seed, public_data, entries } = JSON.parse(json)

const requests = public_data.split('|')[1].split(',')
const drawn = requests
  .map((request) => request.split(':')[0])
  .map((id) => ({ id, ticket: sha256(`${seed}|${public_data}|${id}`) }))
  .sort((one, other) => (one.ticket < other.ticket ? -1 : 1))
  .map(({ id, ticket }, index) => `${index + 1} ${id} ${ticket}`)
const shown = entries.map(({ claim_id, ticket, place_drawn }) => `${place_drawn} ${claim_id} ${ticket}`)

const isSame = sha256(seed) === commitment && drawn.join() === shown.join()
console.log([...drawn, isSame ? 'equal' : 'NOT EQUAL'].join('\n'))
process.exit(isSame ? 0 : 1)
