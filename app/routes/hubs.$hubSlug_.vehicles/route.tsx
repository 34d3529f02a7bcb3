import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { vehiclesOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { addVehicle } from '#app/domain/hubs/keep-vehicle.server.ts'
import { VehicleAsk } from '#app/domain/hubs/vehicle-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { VehicleFields } from '#app/ui/vehicle-fields.tsx'
import { VehicleList } from './vehicle-list.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, slug, name } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const title = translator(locale).t('hubRooms.vehicles.title')
  return { title, hub: { slug, name }, vehicles: await vehiclesOf(db, id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, VehicleAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => addVehicle(trx, act, slug, ask.value))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/vehicles`, 'hubRooms.vehicles.added')
}

export default function HubVehicles() {
  const { t } = useT()
  const { hub, title, vehicles } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="vehicles" reply={reply}>
      <VehicleList slug={hub.slug} vehicles={vehicles} />
      <Form method="post" className="stack" key={vehicles.length}>
        <h2>{t('hubRooms.vehicles.new')}</h2>
        <VehicleFields
          typed={reply?.typed ?? {}}
          errors={(reply && 'errors' in reply ? reply.errors : {}) ?? {}}
          submit={t('hubRooms.vehicles.add')}
        />
      </Form>
    </HubRoom>
  )
}
