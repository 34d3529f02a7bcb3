import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// The least that node:http can do: these bytes, whoever asks. Arguments: the file, its encoding.
const [file = '', encoding = ''] = process.argv.slice(2)
const body = readFileSync(file)
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Length': body.length,
  ...(encoding ? { 'Content-Encoding': encoding } : {}),
}
const server = createServer((_request, response) => response.writeHead(200, headers).end(body))
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify(server.address())}\n`))
