import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { RoomReply } from '#app/ui/hub-room.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Closure = { from_day: string; days: string; reason: string }

/** The closures to come, each with the way to take it back. */
export function ClosureList({ slug, closures }: { slug: string; closures: readonly Closure[] }) {
  const { t } = useT()
  if (closures.length === 0) return <p className="soft">{t('hubRooms.closures.none')}</p>
  return (
    <ul className="kept">
      {closures.map(({ from_day, days, reason }) => (
        <li key={from_day}>
          <div>
            <b>{days}</b>
            <p className="soft">{reason}</p>
          </div>
          <Form method="post" action={`/hubs/${slug}/closures/${from_day}/removal`}>
            <Button size="s" aria-label={t('hubRooms.closures.removeOf', { days })}>
              {t('hubRooms.closures.remove')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

export function ClosureForm({ today, reply }: { today: string; reply: RoomReply }) {
  const { t } = useT()
  const typed = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  return (
    <Form method="post" className="stack">
      <div className="stack">
        <TextField
          type="date"
          name="from_day"
          label={t('hubRooms.closures.from')}
          min={today}
          required
          defaultValue={typed['from_day']}
          error={errors['from_day']}
        />
        <TextField
          type="date"
          name="to_day"
          label={t('hubRooms.closures.to')}
          hint={t('hubRooms.closures.toHint')}
          min={today}
          defaultValue={typed['to_day']}
          error={errors['to_day']}
        />
      </div>
      <TextField
        name="reason"
        label={t('hubRooms.closures.reason')}
        hint={t('hubRooms.closures.reasonHint')}
        required
        maxLength={120}
        defaultValue={typed['reason']}
        error={errors['reason']}
      />
      {reply?.yes ? <input type="hidden" name="yes" value={reply.yes} /> : null}
      <div className="row row--buttons">
        <Submit kind="next">{t(reply?.yes ? 'hubRooms.closures.addAndCallOff' : 'hubRooms.closures.add')}</Submit>
      </div>
    </Form>
  )
}
