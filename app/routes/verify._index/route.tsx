import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { writeVerificationAgain } from '#app/domain/notifications/write-account-mail.server.ts'
import { EmailAsk } from '#app/domain/people/email.ts'
import { asThemself } from '#app/domain/people/member.ts'
import { accountOf } from '#app/domain/people/people.read.server.ts'
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
  const { db, member, locale } = await anyone(request)
  const email = member ? (await accountOf(db, member.id)).member.email : ''
  return { title: translator(locale).t('people.verify.againTitle'), email }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = await anyone(request)
  const ask = await readForm(request, EmailAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const { email } = ask.value
  const again_at = await tooMany({ what: 'letter', email, context })
  if (again_at) return limited(again_at, { email })
  await write(db, (trx) => writeVerificationAgain(trx, asThemself('', now), email))
  return { sent_to: email }
}

export default function VerifyAgain() {
  const { email } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useT()
  if (reply && 'sent_to' in reply)
    return <Entrance title={t('people.reset.sentTitle')} lead={t('people.verify.againDone')} />
  return (
    <Entrance title={t('people.verify.againTitle')} lead={t('people.verify.againLead')}>
      <EmailForm reply={reply} email={email} submit={t('people.verify.again')} />
    </Entrance>
  )
}
