import { facetsOf } from '#app/domain/discovery/facets.read.server.ts'
import { asLot } from '#app/domain/discovery/lot.ts'
import { lotsGoingSoon, newestLots } from '#app/domain/discovery/lot-page.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { hubs } from '#app/domain/hubs/hubs.read.server.ts'
import { headline } from '#app/domain/impact/totals.read.server.ts'
import { families } from '#app/domain/listings/material-families.ts'
import type { Visit } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** What the first page shows: what must go soon, the newest, the year's kilograms, what there is, and a hub. */
export async function homePage({ db, locale, now }: Visit) {
  const question = { ask: readSearch(new URLSearchParams()), from: undefined, now }
  const [soon, newest, facets, total, places] = await Promise.all([
    lotsGoingSoon(db, now, 4),
    newestLots(db, now, 1),
    facetsOf(db, question),
    headline(db, now),
    hubs(db),
  ])
  const { t } = translator(locale)
  const lots = new Map(facets.families.map(({ key, lots }) => [key, lots]))
  const [first] = newest
  return {
    title: t('home.title'),
    description: t('home.lead'),
    lots: soon.map((row) => asLot(row, { locale, now })),
    hero: first && asLot(first, { locale, now }),
    live: facets.total.lots,
    total,
    families: families
      .map(([family, mat]) => ({ family, mat, lots: lots.get(family) ?? 0 }))
      .filter((each) => each.lots > 0),
    hub: places[0],
  }
}

export type HomePage = Awaited<ReturnType<typeof homePage>>
