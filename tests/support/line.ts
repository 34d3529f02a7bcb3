import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line between a browser and the server that can be cut: what is sent while it is cut reaches nobody. */
export async function line() {
  const ends = new Set<Socket>()
  let isCut = false
  let port = 0
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => ends.delete(end) && other.destroy())
      end.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hangUp = () => {
    for (const end of ends) end.destroy()
  }
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    leadTo: (origin: string) => {
      port = Number(new URL(origin).port)
    },
    cut: () => {
      isCut = true
      hangUp()
    },
    mend: () => {
      isCut = false
    },
    stop: () => {
      hangUp()
      server.close()
    },
  }
}
