import { type AppLoadContext, createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as Asked, Response as Reply, RequestHandler } from 'express'
import type { Admit } from './admission.ts'
import { publicPageOf } from './anonymous.ts'
import { tellBusy } from './busy.ts'
import { encoded, encodingFor } from './encoding.ts'

export type Handle = (request: Request, context: AppLoadContext) => Promise<Response>

type How = { handle: Handle; forAll: Handle; admit: Admit }

/**
 * Answers with what Remix says, a page that everybody sees alike by `forAll`. Pages wait for their turn; a form never does,
 * because what somebody has typed must not be turned away.
 */
export function remix({ handle, forAll, admit }: How): RequestHandler {
  const answer = async (asked: Asked, reply: Reply) => {
    const gone = new AbortController()
    // Remix holds a timer and the data of each page until its request is aborted.
    reply.on('close', () => gone.abort())
    const make = publicPageOf(asked) ? forAll : handle
    const work = () => make(requestOf(asked, gone.signal), contextOf(asked, reply))
    const said = waits(asked) ? await admit(work, gone.signal) : await work()
    if (said === 'busy') tellBusy(asked, reply)
    else await send(said, asked, reply)
  }
  return (asked, reply, next) => void answer(asked, reply).catch(next)
}

const waits = ({ method, path }: Asked) => (method === 'GET' || method === 'HEAD') && path !== '/health'

function requestOf(asked: Asked, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(asked.headers))
    for (const each of [value ?? []].flat()) headers.append(name, each)
  const { method } = asked
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: createReadableStreamFromReadable(asked) }
  const init = { method, headers, signal, duplex: 'half' as const, ...body }
  return new Request(`${asked.protocol}://${hostOf(asked)}${asked.originalUrl}`, init)
}

/** Express's `hostname` knows which proxies to believe, and leaves the port out. */
function hostOf(asked: Asked) {
  const ports = [asked.get('x-forwarded-host'), asked.get('host')].map((host) => /:\d+$/.exec(host ?? '')?.[0])
  return asked.hostname + (ports.find((port) => port !== undefined) ?? '')
}

function contextOf(asked: Asked, { locals }: Reply): AppLoadContext {
  return { nonce: String(locals['nonce']), reference: String(locals['reference']), address: asked.ip }
}

async function send(said: Response, asked: Asked, reply: Reply) {
  reply.statusMessage = said.statusText
  reply.status(said.status)
  for (const [name, value] of said.headers) reply.append(name, value)
  const type = said.headers.get('Content-Type') ?? ''
  if (type.startsWith('text/html')) return sendPage(Buffer.from(await said.arrayBuffer()), asked, reply)
  if (type.startsWith('text/event-stream')) reply.flushHeaders()
  if (said.body) await writeReadableStreamToWritable(said.body, reply)
  else reply.end()
}

async function sendPage(page: Buffer, asked: Asked, reply: Reply) {
  const encoding = encodingFor(asked.get('accept-encoding'))
  const body = await encoded(page, encoding, 4)
  reply.vary('Accept-Encoding')
  if (encoding !== 'identity') reply.setHeader('Content-Encoding', encoding)
  reply.setHeader('Content-Length', body.length)
  reply.end(asked.method === 'HEAD' ? undefined : body)
}
