import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { RoomReply } from '#app/ui/hub-room.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Bay = { id: string; code: string; about: string }

/** The bays in use, each with the way to retire it. */
export function BayList({ slug, bays }: { slug: string; bays: readonly Bay[] }) {
  const { t } = useT()
  if (bays.length === 0) return <p className="soft">{t('hubRooms.bays.none')}</p>
  return (
    <ul className="kept">
      {bays.map(({ id, code, about }) => (
        <li key={id}>
          <div>
            <b>{code}</b>
            <p className="soft">{about}</p>
          </div>
          <Form method="post" action={`/hubs/${slug}/bays/${id}/retirement`}>
            <Button size="s" aria-label={t('hubRooms.bays.retireOf', { code })}>
              {t('hubRooms.bays.retire')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

export function BayForm({ reply }: { reply: RoomReply }) {
  const { t } = useT()
  const typed = reply?.typed ?? {}
  const errors = reply?.errors ?? {}
  return (
    <Form method="post" className="stack">
      <h2>{t('hubRooms.bays.new')}</h2>
      <TextField
        name="code"
        label={t('hubRooms.bays.code')}
        hint={t('hubRooms.bays.codeHint')}
        required
        maxLength={12}
        defaultValue={typed['code']}
        error={errors['code']}
      />
      <TextField
        name="about"
        label={t('hubRooms.bays.about')}
        hint={t('hubRooms.bays.aboutHint')}
        optional
        maxLength={120}
        defaultValue={typed['about']}
        error={errors['about']}
      />
      <div className="row row--buttons">
        <Submit kind="next">{t('hubRooms.bays.add')}</Submit>
      </div>
    </Form>
  )
}
