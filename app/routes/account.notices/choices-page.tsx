import { Form } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { DeviceList } from './device-list.tsx'
import { TimesFields } from './times-fields.tsx'
import { TopicRow } from './topic-row.tsx'
import './notice-choices.css'

type Times = ComponentProps<typeof TimesFields>['times']

type Props = {
  chosen: {
    rhythm: { quiet_from: string; quiet_to: string; digest_hour: number }
    wants_digest: boolean
    choices: readonly ComponentProps<typeof TopicRow>['choice'][]
  }
  devices: ComponentProps<typeof DeviceList>['devices']
  public_key: string
  reply: { errors: Record<string, string>; typed: Record<string, string> } | undefined
}

/** What comes by mail and how, what as a notification, and when. One form; devices are forms of their own. */
export function ChoicesPage({ chosen, devices, public_key, reply }: Props) {
  const { t } = useT()
  const times: Times = { ...chosen.rhythm, digest_hour: digestHour(chosen), ...reply?.typed }
  return (
    <div className="page page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('notices.choose')}</h1>
          <p className="lead">{t('notices.settings.lead')}</p>
        </div>
        <div className="aside">
          <Form method="post" className="stack stack--l" noValidate>
            <div>
              <div className="topics">
                {chosen.choices.map((choice) => (
                  <TopicRow key={choice.topic} choice={choice} />
                ))}
              </div>
              <p className="tiny soft">{t('notices.settings.late')}</p>
            </div>
            <TimesFields times={times} errors={reply?.errors ?? {}} />
            <div className="row row--buttons">
              <Button kind="next">{t('notices.settings.save')}</Button>
            </div>
          </Form>
          <DeviceList devices={devices} publicKey={public_key} />
        </div>
      </div>
    </div>
  )
}

function digestHour({ wants_digest, rhythm }: Props['chosen']) {
  return wants_digest ? String(rhythm.digest_hour) : 'never'
}
