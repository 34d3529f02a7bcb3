import { useSubmit } from '@remix-run/react'
import { useState } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { subscribe, type Trouble } from './push-support.ts'

/** Turns notifications on for this browser; says what to do when it does not let us. */
export function PushSwitch({ publicKey }: { publicKey: string }) {
  const { t } = useT()
  const submit = useSubmit()
  const [state, setState] = useState<'idle' | 'working' | Trouble>('idle')
  async function turnOn() {
    setState('working')
    const outcome = await subscribe(publicKey)
    setState(typeof outcome === 'string' ? outcome : 'idle')
    if (typeof outcome !== 'string') submit(outcome, { method: 'post', action: '/account/notices/devices' })
  }
  return (
    <>
      {state === 'denied' || state === 'failed' ? (
        <Banner tone="fail" role="alert">
          {t(`notices.push.${state}`)}
        </Banner>
      ) : null}
      <p>
        <Button type="button" icon="bell" busy={state === 'working'} onClick={() => void turnOn()}>
          {t(state === 'working' ? 'notices.push.working' : 'notices.push.on')}
        </Button>
      </p>
    </>
  )
}
