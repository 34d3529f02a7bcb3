import type { Urgency } from '#app/domain/listings/listing.ts'
import { useT } from './use-t.tsx'
import './gauge.css'

export type { Urgency } from '#app/domain/listings/listing.ts'

type Props = { urgency: Urgency; must_go_by?: string | null | undefined }

/** Urgency as notches, and always the date in words. */
export function Gauge({ urgency, must_go_by }: Props) {
  const { t, format } = useT()
  return (
    <span className="gauge" data-u={urgency}>
      <i aria-hidden="true">
        <b />
        <b />
        <b />
        <b />
      </i>
      {must_go_by ? format.due(must_go_by) : t('parts.gauge.none')}
    </span>
  )
}
