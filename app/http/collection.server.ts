import { redirect } from '@remix-run/node'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { readDay } from '#app/domain/pickups/board-week.ts'
import { collectionOn } from '#app/domain/pickups/collections.read.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MemberVisit } from './context.server.ts'
import { found } from './replies.server.ts'

type Asked = { slug: string; asking: 'move' | 'skip' }

/** The one collection that `?id=` and `?day=` name, for the page that asks what shall become of it. */
export async function oneCollection(visit: MemberVisit, request: Request, { slug, asking }: Asked) {
  const { db, member, locale, now } = visit
  const hub = found(await hubInCare(db, member, slug))
  const asked = new URL(request.url).searchParams
  const day = readDay(asked.get('day'), '')
  const id = asked.get('id') ?? ''
  const one = day && (await collectionOn(db, { hub_ids: [hub.id] }, { id, day, now }))
  if (!one) throw redirect(`/hubs/${slug}/collections`)
  const { t, format } = translator(locale)
  const what = `${one.plan.organisation_name}, ${format.wholeDay(one.on ?? day)}`
  return { title: t(`collections.${asking}Title`, { what }), slug, id, day, on: one.on ?? day, today: dayInRome(now) }
}
