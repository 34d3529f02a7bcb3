import { Form, Link } from '@remix-run/react'
import type { Stoppable } from '#app/domain/notifications/topic.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = { topic: Stoppable; done: 'stopped' | 'resumed' | undefined }

/** One question before, one way back after. */
export function LeavingPage({ topic, done }: Props) {
  const { t } = useT()
  const say = (word: 'ask' | 'stopped' | 'resumed') =>
    topic === 'digest'
      ? t(`notices.leaving.${word}Digest`)
      : t(`notices.leaving.${word}`, { topic: t(`notices.topics.${topic}.name`) })
  return (
    <div className="page page--narrow page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('notices.leaving.title')}</h1>
          {done ? null : <p className="lead">{say('ask')}</p>}
        </div>
        {done ? (
          <Banner tone="done" role="status">
            {say(done)}
          </Banner>
        ) : null}
        <Form method="post" className="row row--buttons">
          {done === 'stopped' ? (
            <Button name="again" value="1" icon="undo-2">
              {t('notices.leaving.again')}
            </Button>
          ) : (
            <Button kind={done ? 'border' : 'next'}>{t('notices.leaving.submit')}</Button>
          )}
          <Link className="btn btn--plain" to="/account/notices">
            {t('notices.leaving.choose')}
          </Link>
        </Form>
      </div>
    </div>
  )
}
