import { Link } from '@remix-run/react'
import { claimEventWords } from '#app/ui/claim-event.ts'
import { EventDoor } from '#app/ui/event-door.tsx'
import { type Moment, Timeline } from '#app/ui/timeline.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

const open = ['requested', 'waitlisted', 'offered', 'confirmed', 'scheduled'] as const
type Open = (typeof open)[number]

/** What happened so far, who did it and why, and what comes next in one sentence. */
export function ClaimHistory({ claim, side, events }: Pick<ClaimPage, 'claim' | 'side' | 'events'>) {
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
  return (
    <section className="stack">
      <h2>{t('claims.history')}</h2>
      <Timeline moments={[...past, ...next]} />
      <p>
        <Link to={`/listings/${claim.listing_id}/history`}>{t('histories.link')}</Link>
      </p>
    </section>
  )
}
