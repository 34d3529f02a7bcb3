import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AreaAsk } from '#app/domain/hubs/area-ask.ts'
import { cornersOf, writeCorners } from '#app/domain/hubs/corners.ts'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { setServiceArea } from '#app/domain/hubs/set-service-area.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { AreaForm } from './area-form.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const hub = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const seen = found(await hubBySlug(db, hub.slug))
  const typed: Record<string, string> = {
    area: hub.service_area ? 'drawn' : hub.service_radius_m === null ? 'none' : 'radius',
    radius:
      hub.service_radius_m === null
        ? ''
        : String(hub.service_radius_m / 1000).replace('.', locale === 'it' ? ',' : '.'),
    corners: writeCorners(cornersOf(hub.service_area)),
  }
  return {
    title: translator(locale).t('hubRooms.area.title'),
    hub: { slug: hub.slug, name: hub.name },
    centre: [seen.latitude_e6 / 1e6, seen.longitude_e6 / 1e6] as [number, number],
    typed,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, AreaAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => setServiceArea(trx, act, slug, ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/area`, 'hubRooms.area.saved')
}

export default function HubArea() {
  const { hub, title, centre, typed } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="area" reply={reply}>
      <Form method="post" className="stack" key={JSON.stringify(typed)}>
        <AreaForm
          centre={centre}
          typed={reply?.typed ?? typed}
          errors={(reply && 'errors' in reply ? reply.errors : {}) ?? {}}
        />
      </Form>
    </HubRoom>
  )
}
