import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { linkOpens } from '#app/domain/people/one-time-link.server.ts'
import { verifyEmail } from '#app/domain/people/verify-email.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Button } from '#app/ui/button.tsx'
import { Entrance, EntranceForm } from '#app/ui/entrance.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

/** Only asks: mail programs open links to look at them, and that must not use them up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now, locale } = await anyone(request)
  const opens = await linkOpens(db, 'verify_email', params['token'] ?? '', now)
  return { title: translator(locale).t('people.verify.title'), opens }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, now, member } = await anyone(request)
  const outcome = await write(db, (trx) => verifyEmail(trx, params['token'] ?? '', now))
  if (isRefusal(outcome)) return redirectSaying('/verify', 'people.refusals.link-closed', { tone: 'fail' })
  return redirectSaying(member ? '/account' : '/sign-in', 'people.verify.done')
}

export default function Verify() {
  const { opens } = useLoaderData<typeof loader>()
  const { t } = useT()
  if (!opens) {
    return (
      <Entrance title={t('people.verify.title')} lead={t('people.refusals.link-closed')}>
        <p>
          <Link to="/verify">{t('people.verify.again')}</Link>
        </p>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('people.verify.title')} lead={t('people.verify.lead')}>
      <EntranceForm>
        <Button kind="next" size="wide">
          {t('people.verify.submit')}
        </Button>
      </EntranceForm>
    </Entrance>
  )
}
