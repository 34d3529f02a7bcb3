import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lettersInOutbox } from '#app/gateways/mail-outbox.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { OutboxLetter } from './outbox-letter.tsx'

export const meta = pageMeta

/** Letters hold links that sign people in: outside the demo and development this page does not exist. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await anyone(request)
  found(process.env['DEMO'] === '1' || process.env['NODE_ENV'] === 'development' || undefined)
  return { title: translator(locale).t('people.outbox.title'), letters: await lettersInOutbox() }
}

export default function Outbox() {
  const { letters } = useLoaderData<typeof loader>()
  const { t } = useT()
  return (
    <div className="page page--narrow page--top">
      <div className="stack stack--l">
        <div className="stack stack--s">
          <h1>{t('people.outbox.title')}</h1>
          <p className="soft">{t('people.outbox.lead')}</p>
        </div>
        {letters.length === 0 ? <Empty title={t('people.outbox.empty')} heading="h2" /> : null}
        {letters.map((letter) => (
          <OutboxLetter key={letter.id} letter={letter} />
        ))}
      </div>
    </div>
  )
}
