import type { ClaimState } from '#app/domain/claims/claim.ts'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.tsx'
import './state.css'

type Props = {
  state: ClaimState
  /** It is for the person who reads this to act. */
  turn?: boolean
  position?: number | null | undefined
  /** The pickup's instant, for «Ritiro mer 25». */
  day?: string | null | undefined
}

const icons: Record<ClaimState, IconName> = {
  requested: 'circle-dashed',
  waitlisted: 'list-ordered',
  offered: 'hand',
  confirmed: 'check',
  scheduled: 'calendar-check',
  collected: 'package-check',
  declined: 'circle-minus',
  lapsed: 'clock-alert',
  cancelled_by_claimant: 'x',
  cancelled_by_donor: 'x',
  no_show: 'triangle-alert',
  superseded: 'archive',
}

/** Where a claim stands: an icon and words, then the frame. */
export function State({ state, turn = false, position, day }: Props) {
  const { t, format } = useT()
  const words = () => {
    if (turn) return t('parts.state.turn')
    if (state === 'waitlisted' && position) return t('parts.state.waitlistedAt', { position })
    if (state === 'scheduled' && day) return t('parts.state.scheduledOn', { day: format.shortDay(day) })
    return t(`parts.state.${state}`)
  }
  return (
    <span className="state" data-state={state} data-turn={turn ? '' : undefined}>
      <Icon name={turn ? 'hand' : icons[state]} />
      {words()}
    </span>
  )
}
