import type { ListingPage } from './listing-page.server.ts'
import { LotDraw } from './lot-draw.tsx'
import { LotFacts } from './lot-facts.tsx'
import { LotRule } from './lot-rule.tsx'
import { LotWeight } from './lot-weight.tsx'
import { LotWhere } from './lot-where.tsx'

/** All there is to know of a lot: what it is, who gets it, how heavy, where. */
export function LotAbout({ page }: { page: ListingPage }) {
  const { lot, facts, rule, draw, counted, place, visitor } = page
  return (
    <div className="facts stack stack--l">
      <LotFacts facts={facts} lot={lot} />
      {lot.gone ? null : <LotRule rule={rule} />}
      {draw ? <LotDraw draw={draw} mine={visitor.claim_id} /> : null}
      <LotWeight lot={lot} counted={counted} />
      {place ? <LotWhere place={place} /> : null}
    </div>
  )
}
