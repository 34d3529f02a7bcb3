import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { coordinates } from '#app/domain/act.ts'
import { hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { staff } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { searchOf } from '#app/http/round-searches.server.ts'

/** How far a search has come, with the best rounds so far. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member } = await staff(request)
  const hub = found(await hubBySlug(db, params['hubSlug'] ?? ''))
  found(coordinates(member, hub.id) || undefined)
  const { planning } = found(searchOf(hub.id, params['searchId'] ?? ''))
  const { state, best, planned, leftOut, milliseconds } = planning
  const progress = { state, outcome: best ?? null, planned, left_out: leftOut, milliseconds }
  return json(progress, { headers: { 'Cache-Control': 'no-store' } })
}
