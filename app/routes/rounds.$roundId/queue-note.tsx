import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { dropDeed, type QueuedDeed, sendQueue } from '#app/ui/round-queue.ts'
import { useIsOnline, type useRoundQueue } from '#app/ui/use-round-queue.ts'
import { useT } from '#app/ui/use-t.tsx'

/** What is still in the pocket, and what the server would not take, with why. */
export function QueueNote({ queue }: { queue: ReturnType<typeof useRoundQueue> }) {
  const { t } = useT()
  const isOnline = useIsOnline() && !queue.isCutOff
  const waiting = queue.deeds.filter(({ refused }) => refused === undefined)
  const refused = queue.deeds.filter((deed) => deed.refused !== undefined)
  return (
    <div role="status" className="stack stack--s no-print">
      {!isOnline || waiting.length > 0 ? (
        <Banner icon={isOnline ? 'upload' : 'wifi-off'}>
          <b>{t(isOnline ? 'driving.queue.sending' : 'driving.queue.offline')}</b>{' '}
          {waiting.length > 0 ? t('driving.queue.waiting', { count: waiting.length }) : t('driving.queue.none')}
          {waiting.length > 0 ? (
            <Button type="button" size="s" busy={queue.isSending} onClick={() => void sendQueue()}>
              {t('driving.queue.send')}
            </Button>
          ) : null}
        </Banner>
      ) : null}
      {refused.map((deed) => (
        <Refused key={deed.key} deed={deed} />
      ))}
    </div>
  )
}

function Refused({ deed }: { deed: QueuedDeed }) {
  const { t, format, say } = useT()
  const { fields, refused = 'invalid', detail = '', happened_at } = deed
  const what = t(`driving.deeds.${(fields['deed'] ?? 'collected') as 'collected'}`)
  return (
    <Banner tone="fail">
      <p>
        <b>
          {what}, {fields['title']}, {format.time(happened_at)}.
        </b>{' '}
        {refused === 'wrong-code'
          ? t('driving.code.wrong', { count: Number(detail) || 0 })
          : refused === 'invalid'
            ? say(detail || 'errors.invalid')
            : t(`driving.refused.${refused as 'already-done'}`)}
      </p>
      <Button type="button" size="s" onClick={() => void dropDeed(deed.key)}>
        {t('driving.queue.understood')}
      </Button>
    </Banner>
  )
}
