import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { anyone } from '#app/http/context.server.ts'
import { LotCard } from '#app/ui/lot-card.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { Hero } from './hero.tsx'
import { homePage } from './home-page.server.ts'
import { HubBlock } from './hub-block.tsx'
import { Manual } from './manual.tsx'
import { MaterialIndex } from './material-index.tsx'
import { YearTally } from './year-tally.tsx'
import './home.css'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  return homePage(await anyone(request))
}

export default function Home() {
  const { t } = useT()
  const { lots, hero, live, total, families, hub } = useLoaderData<typeof loader>()
  return (
    <>
      <Hero lot={hero} />
      {lots.length > 0 ? (
        <section className="section page">
          <Title to="/listings" link={t('home.soon.all', { count: live })}>
            {t('home.soon.title')}
          </Title>
          <div className="lots">
            {lots.map((lot) => (
              <LotCard key={lot.id} lot={lot} />
            ))}
          </div>
        </section>
      ) : null}
      <YearTally total={total} />
      <Manual />
      <MaterialIndex families={families} />
      {hub ? <HubBlock hub={hub} /> : null}
    </>
  )
}
