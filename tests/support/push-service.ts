import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import https, { createServer, type Server } from 'node:https'
import { buffer } from 'node:stream/consumers'

export type Pushed = { headers: IncomingHttpHeaders; body: Buffer; path: string }

export type PushService = {
  origin: string
  received: Pushed[]
  /** What it answers from now on. */
  answer: (status: number) => void
  close: () => Promise<void>
}

/** A push service on this machine: real TLS with a certificate of its own, which this process then trusts. */
export async function pushService(): Promise<PushService> {
  const { key, cert } = selfSigned()
  const received: Pushed[] = []
  let status = 201
  const server = createServer({ key, cert }, async (request, response) => {
    received.push({ headers: request.headers, body: await buffer(request), path: request.url ?? '' })
    response.writeHead(status).end(status === 201 ? '' : 'not today')
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  https.globalAgent.options.ca = cert
  return {
    origin: `https://localhost:${portOf(server)}`,
    received,
    answer: (next) => void (status = next),
    close: async () => {
      https.globalAgent.destroy()
      delete https.globalAgent.options.ca
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function portOf(server: Server) {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** A browser that takes pushes: its keys as it hands them out, and how it reads what arrives (RFC 8188 and 8291). */
export function pushingBrowser() {
  const ecdh = createECDH('prime256v1')
  const point = ecdh.generateKeys()
  const auth = randomBytes(16)
  return {
    keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') },
    read(body: Buffer): unknown {
      const salt = body.subarray(0, 16)
      const size = body.readUInt32BE(16)
      const sender = body.subarray(21, 21 + body.readUInt8(20))
      const sealed = body.subarray(21 + sender.length)
      if (sealed.length > size) throw new Error('more than one record')
      const secret = ecdh.computeSecret(sender)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), point, sender])
      const keyed = Buffer.from(hkdfSync('sha256', secret, auth, info, 32))
      const derive = (label: string, length: number) =>
        Buffer.from(hkdfSync('sha256', keyed, salt, Buffer.from(`Content-Encoding: ${label}\0`), length))
      const opened = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
      opened.setAuthTag(sealed.subarray(-16))
      const padded = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()])
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString('utf8'))
    },
  }
}

/** The claims of a VAPID header, after its signature is checked against the key that came with it (RFC 8292). */
export function vapidClaims(authorization = '') {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const [header = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: b64(point.subarray(1, 33)), y: b64(point.subarray(33)) }
  const isSigned = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string; exp: number }
  return { ...read, key, isSigned }
}

const b64 = (bytes: Buffer) => bytes.toString('base64url')

/** X.509, just enough of it: localhost, ECDSA, one year. */
function selfSigned() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = der(0x30, oid('2a8648ce3d040302'))
  const name = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from('localhost')))))
  const year = (offset: number) => der(0x18, Buffer.from(`${new Date().getUTCFullYear() + offset}0101000000Z`))
  const altName = der(0x30, oid('551d11'), der(0x04, der(0x30, der(0x82, Buffer.from('localhost')))))
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    name,
    der(0x30, year(-1), year(2)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, altName)),
  )
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, privateKey))
  const cert = der(0x30, body, ecdsaWithSha256, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

function der(tag: number, ...parts: Buffer[]) {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.of(tag, ...length), body])
}
