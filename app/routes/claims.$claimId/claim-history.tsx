import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button.tsx'
import { claimEventWords } from '#app/ui/claim-event.ts'
import { EventDoor } from '#app/ui/event-door.tsx'
import { type Moment, Timeline } from '#app/ui/timeline.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

const open = ['requested', 'waitlisted', 'offered', 'confirmed', 'scheduled'] as const
type Open = (typeof open)[number]

/** What happened so far, who did it and why, what comes next in one sentence, and the way out. */
export function ClaimHistory({
  claim,
  side,
  events,
  handover,
}: Pick<ClaimPage, 'claim' | 'side' | 'events' | 'handover'>) {
  const translator = useT()
  const { t } = translator
  const past = events.flatMap((event, index): Moment[] => {
    const words = claimEventWords(translator, { ...event, unit: claim.unit })
    if (!words) return []
    const text = (
      <>
        {words} <EventDoor name={event.by_name} via={event.via} />
      </>
    )
    return [{ key: String(index), at: event.at, text }]
  })
  const state = open.find((each): each is Open => each === claim.state)
  const next: Moment[] = state
    ? [{ key: 'next', when: 'next', text: t(`claims.${side === 'donor' ? 'nextDonor' : 'next'}.${state}`) }]
    : []
  // Where a question is open, its answer says yes or no, at the top of the page.
  const answered = side === 'claimant' ? ['offered'] : ['requested', 'waitlisted']
  const mayGiveUp = state && !handover && !answered.includes(state)
  return (
    <section className="stack">
      <h2>{t('claims.history')}</h2>
      <Timeline moments={[...past, ...next]} />
      <div className="row">
        <Link to={`/listings/${claim.listing_id}/history`}>{t('histories.link')}</Link>
        {mayGiveUp ? (
          <ButtonLink kind="plain" to={`/claims/${claim.id}/cancellation`}>
            {t('claims.giveUp')}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
