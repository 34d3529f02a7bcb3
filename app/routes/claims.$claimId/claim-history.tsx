import { type Moment, Timeline } from '#app/ui/timeline.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

const told = [
  'requested',
  'waitlisted',
  'offered',
  'accepted',
  'scheduled',
  'unscheduled',
  'collected',
  'declined',
  'lapsed',
  'cancelled_by_claimant',
  'cancelled_by_donor',
  'superseded',
  'no_show',
] as const
type Told = (typeof told)[number]

const open = ['requested', 'waitlisted', 'offered', 'confirmed', 'scheduled'] as const
type Open = (typeof open)[number]

/** What happened so far, and what comes next in one sentence. */
export function ClaimHistory({ claim, side, events }: Pick<ClaimPage, 'claim' | 'side' | 'events'>) {
  const { t, format } = useT()
  const past: Moment[] = events
    .filter((event): event is typeof event & { kind: Told } => told.some((kind) => kind === event.kind))
    .map((event) => ({
      key: `${event.kind} ${event.at}`,
      at: event.at,
      text: t(`claims.events.${event.kind}`, {
        quantity: format.quantity(event.quantity, claim.unit),
        when: event.kind === 'scheduled' && event.details ? format.dateTime(event.details) : '',
      }),
    }))
  const state = open.find((each): each is Open => each === claim.state)
  const next: Moment[] = state
    ? [{ key: 'next', when: 'next', text: t(`claims.${side === 'donor' ? 'nextDonor' : 'next'}.${state}`) }]
    : []
  return (
    <section className="stack">
      <h2>{t('claims.history')}</h2>
      <Timeline moments={[...past, ...next]} />
    </section>
  )
}
