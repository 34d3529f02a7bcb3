import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { usePushSupport } from './push-support.ts'
import { PushSwitch } from './push-switch.tsx'

type Device = { id: string; device: string; made_at: string; is_here: boolean }
type Props = { devices: readonly Device[]; publicKey: string }

/** Where notifications arrive. Not there at all in a browser that has none, unless another device gets them. */
export function DeviceList({ devices, publicKey }: Props) {
  const { t } = useT()
  const isAble = usePushSupport()
  if (!isAble && devices.length === 0) return null
  const isOnHere = devices.some(({ is_here }) => is_here)
  return (
    <section className="stack">
      <Title>{t('notices.push.title')}</Title>
      <p className="soft">{t('notices.push.lead')}</p>
      {isAble && !isOnHere ? <PushSwitch publicKey={publicKey} /> : null}
      <ul className="stack stack--s">
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} />
        ))}
      </ul>
    </section>
  )
}

function DeviceLine({ device: { id, device, made_at, is_here } }: { device: Device }) {
  const { t, format } = useT()
  const name = device || t('notices.push.someDevice')
  return (
    <li className="row row--apart">
      <span>
        <b>{name}</b>
        <br />
        <span className="tiny soft">
          {is_here ? `${t('notices.push.here')}, ` : ''}
          {t('notices.push.since', { when: format.day(made_at) })}
        </span>
      </span>
      <Form method="post" action={`/account/notices/devices/${id}/removal`}>
        <Button size="s" aria-label={t('notices.push.removeNamed', { device: name })}>
          {t('notices.push.remove')}
        </Button>
      </Form>
    </li>
  )
}
