import { Link } from '@remix-run/react'
import { shortName } from '#app/domain/discovery/lot.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { Banner } from '#app/ui/banner.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { Refusal } from './refusal.ts'

/** What somebody else wrote down first. Quantity in base units. */
export type Earlier = { handover_id: string; by: string; recorded_at: string; quantity: number }

/** Why it was not written down; where somebody was quicker, who, when and what. */
export function Refused({ refused, earlier, unit }: { refused: Refusal; earlier: Earlier | undefined; unit: Unit }) {
  const { t, format } = useT()
  return (
    <div className="whole">
      <Banner tone="fail" role="alert">
        {t(`handovers.refusals.${refused}`)}
        {earlier ? (
          <p>
            {t('handovers.entry.earlier', {
              name: shortName(earlier.by),
              quantity: format.quantity(earlier.quantity, unit),
              when: format.dateTime(earlier.recorded_at),
            })}{' '}
            <Link to={`/handovers/${earlier.handover_id}`}>{t('claims.handover.see')}</Link>
          </p>
        ) : null}
      </Banner>
    </div>
  )
}
