import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countWanted, searchWanted, wantedOf } from '#app/domain/discovery/wanted.read.server.ts'
import { asWanted } from '#app/domain/discovery/wanted.ts'
import { anyone } from '#app/http/context.server.ts'
import { questionOf, streetPoint } from '#app/http/search-visit.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { WantedFilters } from './wanted-filters.tsx'
import { WantedList } from './wanted-list.tsx'
import { YourWanted } from './your-wanted.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const { db, locale, now, member } = visit
  const away = await streetPoint(request, visit)
  const question = questionOf(request, now)
  const [found, count, own] = await Promise.all([
    searchWanted(db, question),
    countWanted(db, question),
    member ? wantedOf(db, member) : [],
  ])
  const { t } = translator(locale)
  return {
    title: t('wanted.title'),
    description: t('wanted.lead'),
    ask: question.ask,
    place: question.place,
    place_said: away ?? question.place_said,
    wanted: found.wanted.map((row) => asWanted(row, { locale, from: question.from })),
    next: found.next,
    count,
    own: own.map((row) => asWanted(row, { locale })),
  }
}

export default function Wanted() {
  const { t } = useT()
  const { ask, place, place_said, wanted, next, count, own } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top stack stack--l">
      <div className="stack">
        <h1>{t('wanted.title')}</h1>
        <p className="lead">{t('wanted.lead')}</p>
        <div className="row">
          <ButtonLink kind="next" icon="pencil" to="/wanted/new">
            {t('wanted.write')}
          </ButtonLink>
        </div>
      </div>
      <YourWanted own={own} />
      <section className="stack">
        <WantedFilters ask={ask} place={place} said={place_said} count={count} />
        <WantedList ask={ask} wanted={wanted} next={next} />
      </section>
    </div>
  )
}
