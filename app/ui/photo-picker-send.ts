import type { ListingPhoto, PhotoFlaw, PhotoPlace, PhotoRefusal } from '#app/domain/listings/photo.ts'

/** What came back: the reasons of the server, and three that never reached it. */
export type Trouble = PhotoFlaw | PhotoRefusal | 'signed-out' | 'network' | 'server'
export type Sent = { photo: ListingPhoto; gps?: PhotoPlace } | { refused: Trouble }

const giveUpAfter = 180_000

/** Sends one file as it is. XMLHttpRequest, because fetch cannot tell how far an upload has come. */
export function sendPhoto(url: string, file: File, onProgress: (part: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.timeout = giveUpAfter
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(request.response ?? { refused: withoutAnswer(request.responseURL) })
    request.onerror = request.ontimeout = request.onabort = () => resolve({ refused: 'network' })
    request.send(file)
  })
}

/** Sends a small form. Resolves to the refusal, or to nothing when it was done. */
export async function sendFields(url: string, fields: Record<string, string>): Promise<Trouble | undefined> {
  const init = { method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'application/json' } }
  const reply = await fetch(url, init).catch(() => undefined)
  if (!reply) return 'network'
  const answer: { refused?: Trouble } | undefined = await reply.json().catch(() => undefined)
  return answer ? answer.refused : withoutAnswer(reply.url)
}

// An ended session answers with the sign-in page instead of JSON.
function withoutAnswer(url: string): Trouble {
  return new URL(url, location.href).pathname === '/sign-in' ? 'signed-out' : 'server'
}
