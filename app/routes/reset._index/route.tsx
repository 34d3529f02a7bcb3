import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { writeReset } from '#app/domain/notifications/write-account-mail.server.ts'
import { EmailAsk } from '#app/domain/people/email.ts'
import { asThemself } from '#app/domain/people/member.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { limited, tooMany } from '#app/http/rate-limit.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { EmailForm } from '#app/ui/email-form.tsx'
import { Entrance } from '#app/ui/entrance.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await anyone(request)
  return { title: translator(locale).t('people.reset.title') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = await anyone(request)
  const ask = await readForm(request, EmailAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const { email } = ask.value
  const again_at = await tooMany({ what: 'letter', email, context })
  if (again_at) return limited(again_at, { email })
  await write(db, (trx) => writeReset(trx, asThemself('', now), email))
  return { sent_to: email }
}

export default function Reset() {
  const reply = useActionData<typeof action>()
  const { t } = useT()
  if (reply && 'sent_to' in reply)
    return <Entrance title={t('people.reset.sentTitle')} lead={t('people.reset.sent', { email: reply.sent_to })} />
  return (
    <Entrance title={t('people.reset.title')} lead={t('people.reset.lead')}>
      <EmailForm reply={reply} submit={t('people.reset.submit')} />
    </Entrance>
  )
}
