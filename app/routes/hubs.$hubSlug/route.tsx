import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { HubKilograms } from './hub-kilograms.tsx'
import { hubPage } from './hub-page.server.ts'
import { HubPlace } from './hub-place.tsx'
import { HubRounds } from './hub-rounds.tsx'
import { HubSlots } from './hub-slots.tsx'
import { HubStock } from './hub-stock.tsx'
import './hub.css'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await hubPage(await anyone(request), params['hubSlug'] ?? ''))
}

export default function Hub() {
  const { t } = useT()
  const { hub, people, doors, slots, rounds, counted, stock, lots, may_run } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <p className="label">{t('hubs.label')}</p>
        <h1>{hub.name}</h1>
        <p className="lead">{hub.about}</p>
        {doors.now ? (
          <p>
            <b>{doors.now}</b>
          </p>
        ) : null}
        {may_run ? (
          <p>
            <ButtonLink size="s" icon="wrench" to={`/hubs/${hub.slug}/slots`}>
              {t('hubRooms.run')}
            </ButtonLink>{' '}
            <ButtonLink size="s" icon="archive" to={`/hubs/${hub.slug}/stock`}>
              {t('stock.door')}
            </ButtonLink>
          </p>
        ) : null}
      </div>
      <HubPlace hub={hub} people={people} doors={doors} />
      <p className="soft">{t('hubRooms.fees')}</p>
      <HubSlots hub={hub} slots={slots} />
      <HubRounds rounds={rounds} />
      <HubKilograms counted={counted} />
      <HubStock stock={stock} />
      <section className="stack">
        <Title to="/listings" link={t('hubs.all')}>
          {t('hubs.near')}
        </Title>
        {lots.length === 0 ? (
          <Empty
            title={t('hubs.emptyTitle')}
            mat="wood"
            action={<ButtonLink to="/listings/new">{t('hubs.offer')}</ButtonLink>}
          >
            {t('hubs.empty')}
          </Empty>
        ) : null}
        <div className="lots">
          {lots.map((lot) => (
            <LotCard key={lot.id} lot={lot} />
          ))}
        </div>
      </section>
    </div>
  )
}
