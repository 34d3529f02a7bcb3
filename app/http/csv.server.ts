/** A file that grows as it is read: no table is too long to send, and none is ever whole in memory. */
export function csvFile(name: string, pieces: AsyncIterator<string>, headers: HeadersInit = {}): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await pieces.return?.()
    },
  })
  const response = new Response(body, { headers })
  response.headers.set('Content-Type', 'text/csv; charset=utf-8')
  response.headers.set('Content-Disposition', `attachment; filename="${name}"`)
  return response
}
