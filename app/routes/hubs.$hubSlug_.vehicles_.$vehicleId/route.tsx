import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { vehiclesOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { reviseVehicle } from '#app/domain/hubs/keep-vehicle.server.ts'
import { VehicleAsk, vehicleTyped } from '#app/domain/hubs/vehicle-ask.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, invalid, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Button } from '#app/ui/button.tsx'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { VehicleFields } from '#app/ui/vehicle-fields.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, slug, name } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const vehicle = found((await vehiclesOf(db, id)).find((each) => each.id === params['vehicleId']))
  const title = `${translator(locale).t('hubRooms.vehicles.editTitle')}: ${vehicle.name}`
  return { title, hub: { slug, name }, vehicle, typed: vehicleTyped(vehicle, locale) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, VehicleAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const slug = params['hubSlug'] ?? ''
  const change = { id: params['vehicleId'] ?? '', ask: ask.value }
  const outcome = await write(db, (trx) => reviseVehicle(trx, act, slug, change))
  return isRefusal(outcome)
    ? refusedWith(outcome, ask.typed)
    : redirectSaying(`/hubs/${slug}/vehicles`, 'hubRooms.vehicles.saved')
}

export default function HubVehicle() {
  const { t } = useT()
  const { hub, title, vehicle, typed } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="vehicles" reply={reply}>
      <Form method="post" className="stack">
        <VehicleFields
          typed={reply?.typed ?? typed}
          errors={(reply && 'errors' in reply ? reply.errors : {}) ?? {}}
          submit={t('hubRooms.vehicles.save')}
        />
      </Form>
      <Form method="post" action={`/hubs/${hub.slug}/vehicles/${vehicle.id}/retirement`} className="stack stack--s">
        <p className="soft">{t('hubRooms.vehicles.retireHint')}</p>
        <div className="row row--buttons">
          <Button kind="danger">{t('hubRooms.vehicles.retire')}</Button>
        </div>
      </Form>
    </HubRoom>
  )
}
