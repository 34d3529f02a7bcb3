import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { asLot } from '#app/domain/discovery/lot.ts'
import { countLots, searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearchText } from '#app/domain/discovery/search-text.ts'
import { anyone } from '#app/http/context.server.ts'
import { questionOf, streetPoint } from '#app/http/search-visit.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { KeepSearch } from '#app/ui/keep-search.tsx'
import { LotsMap } from '#app/ui/lots-map.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Filters } from './filters.tsx'
import { LotList } from './lot-list.tsx'
import { markLot } from './mark-lot.ts'
import './browse.css'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const { db, locale, now } = visit
  const away = await streetPoint(request, visit)
  const question = questionOf(request, now)
  const [found, counted] = await Promise.all([searchLots(db, question), countLots(db, question)])
  const { min_length_mm, min_quantity } = readSearchText(question.ask.q)
  return {
    title: translator(locale).t('listings.title'),
    ask: question.ask,
    understood: { place: question.place, place_said: away ?? question.place_said, min_length_mm, min_quantity },
    from: question.from && { latitude_e6: question.from.latitude_e6, longitude_e6: question.from.longitude_e6 },
    lots: found.lots.map((row) => asLot(row, { locale, now, from: question.from })),
    counted,
    sort: found.sort,
    next: found.next,
  }
}

export default function Listings() {
  const { ask, understood, from, lots, counted, sort, next } = useLoaderData<typeof loader>()
  const list = useRef<HTMLDivElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here, list and map only point at each other
    <div className="browse" onPointerOver={markLot} onFocus={markLot}>
      <div className="list" ref={list} tabIndex={-1}>
        <Filters ask={ask} understood={understood} counted={counted} sort={sort} />
        <KeepSearch ask={ask} />
        <LotList ask={ask} lots={lots} next={next} />
      </div>
      <LotsMap search={ask} from={from} onLeave={() => list.current?.focus()} />
    </div>
  )
}
