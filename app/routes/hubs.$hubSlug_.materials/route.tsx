import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { hubInCare } from '#app/domain/hubs/hub-in-care.read.server.ts'
import { materialTree, readTaken } from '#app/domain/hubs/hub-material.ts'
import { materialsOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { setMaterials } from '#app/domain/hubs/set-materials.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { typedFields } from '#app/http/form.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { HubRoom } from '#app/ui/hub-room.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Family } from './family.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, slug, name } = found(await hubInCare(db, member, params['hubSlug'] ?? ''))
  const { t } = translator(locale)
  const said = await materialsOf(db, id)
  return {
    title: t('hubRooms.materials.title'),
    hub: { slug, name },
    said: Object.fromEntries(said.map(({ material_key, takes }) => [material_key, takes === 1 ? 'takes' : 'refuses'])),
    families: materialTree().map(({ family, hatch, leaves }) => ({
      key: family,
      hatch,
      name: t(`listings.materials.${family}`),
      leaves: leaves.map((leaf) => ({ key: leaf.key, name: leaf.name[locale] })),
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const typed = typedFields(await request.formData())
  const slug = params['hubSlug'] ?? ''
  const outcome = await write(db, (trx) => setMaterials(trx, act, slug, readTaken(typed)))
  return isRefusal(outcome)
    ? refusedWith(outcome, typed)
    : redirectSaying(`/hubs/${slug}/materials`, 'hubRooms.materials.saved')
}

export default function HubMaterials() {
  const { t } = useT()
  const { hub, title, families, said } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <HubRoom hub={hub} title={title} lead="materials" reply={reply}>
      <Form method="post" className="stack">
        {families.map((family) => (
          <Family key={family.key} family={family} said={reply?.typed ?? said} />
        ))}
        <div className="row row--buttons">
          <Submit kind="next">{t('hubRooms.materials.save')}</Submit>
        </div>
      </Form>
    </HubRoom>
  )
}
