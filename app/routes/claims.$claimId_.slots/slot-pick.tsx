import { Form, Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { SlotDays } from '#app/ui/slot-days.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Refusal =
  | 'not-yours'
  | 'no-such-claim'
  | 'not-confirmed'
  | 'not-at-the-hub'
  | 'in-the-past'
  | 'too-far-ahead'
  | 'no-such-slot'
  | 'slot-taken'
  | 'already-booked'
  | 'ends-before-start'
  | 'before-available'
  | 'after-deadline'

type Props = {
  title: string
  claimId: string
  hub: { slug: string; name: string }
  free: readonly { starts_at: string }[]
  reply: { errors: Record<string, string> } | { refused: Refusal } | undefined
}

/** The hub's free times for one claim; each is a button, and pressing it is the answer. */
export function SlotPick({ title, claimId, hub, free, reply }: Props) {
  const { t, format } = useT()
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{title}</h1>
        <p className="lead">{t('slots.pick.lead', { hub: hub.name })}</p>
      </div>
      {reply ? (
        <Banner tone="fail" role="alert">
          {t(`slots.refusals.${'refused' in reply ? reply.refused : 'no-such-slot'}`)}
        </Banner>
      ) : null}
      {free.length === 0 ? <p className="soft">{t('slots.collect.none')}</p> : null}
      <Form method="post">
        <SlotDays slots={free}>
          {({ starts_at }) => (
            <Button
              key={starts_at}
              size="s"
              name="starts_at"
              value={starts_at}
              aria-label={t('slots.at', { day: format.wholeDay(starts_at), time: format.time(starts_at) })}
            >
              {format.time(starts_at)}
            </Button>
          )}
        </SlotDays>
      </Form>
      <p className="row">
        <Link className="touch" to={`/claims/${claimId}/pickups/new`}>
          {t('slots.pick.other')}
        </Link>
        <Link className="touch" to={`/claims/${claimId}`}>
          {t('slots.pick.back')}
        </Link>
      </p>
    </div>
  )
}
