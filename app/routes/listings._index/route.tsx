import type { LoaderFunctionArgs } from '@remix-run/node'
import { useRef } from 'react'
import { anyone } from '#app/http/context.server.ts'
import { questionOf, streetPoint } from '#app/http/search-visit.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { LotsMap } from '#app/ui/lots-map.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { browsePage } from './browse-page.server.ts'
import { CutForm } from './cut-form.tsx'
import { Filters } from './filters.tsx'
import { Found } from './found.tsx'
import { LotList } from './lot-list.tsx'
import { markLot } from './mark-lot.ts'
import { MoreFilters } from './more-filters.tsx'
import { NothingFound } from './nothing-found.tsx'
import { useBrowsePage } from './use-browse-page.ts'
import './browse.css'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const away = await streetPoint(request, visit)
  const page = await browsePage(visit, questionOf(request, visit.now), away)
  return { title: translator(visit.locale).t('listings.title'), page }
}

export default function Listings() {
  const page = useBrowsePage()
  const list = useRef<HTMLDivElement>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here, list and map only point at each other
    <div className="browse" onPointerOver={markLot} onFocus={markLot}>
      <div className="list" ref={list} tabIndex={-1}>
        <Filters page={page} />
        <div className="panels">
          <MoreFilters ask={page.ask} facets={page.facets} />
          <CutForm ask={page.ask} cut={page.understood.cut} />
        </div>
        <Found page={page} />
        {page.lots.length > 0 ? <LotList page={page} /> : <NothingFound page={page} />}
      </div>
      <LotsMap search={page.ask} from={page.from} onLeave={() => list.current?.focus()} />
    </div>
  )
}
