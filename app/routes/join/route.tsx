import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { newId } from '#app/domain/id.server.ts'
import { welcome } from '#app/domain/notifications/welcome.server.ts'
import { joinAskFor } from '#app/domain/people/join-ask.ts'
import { asThemself } from '#app/domain/people/member.ts'
import { hashPassword } from '#app/domain/people/password-hash.server.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { readFields, withoutSecrets } from '#app/http/form.server.ts'
import { limited, tooMany } from '#app/http/rate-limit.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { JoinForm } from './join-form.tsx'
import { LetterSent } from './letter-sent.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale } = await anyone(request)
  if (member) throw redirect('/account')
  return { title: translator(locale).t('people.join.title') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now, locale } = await anyone(request)
  const form = await request.formData()
  const ask = readFields(form, joinAskFor(form))
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const again_at = await tooMany({ what: 'letter', email: ask.value.email, context })
  if (again_at) return limited(again_at, withoutSecrets(ask.typed))

  const { name, email, password, for_organisation } = ask.value
  const newcomer = { email, name, locale, password_hash: await hashPassword(password) }
  await write(db, (trx) => welcome(trx, asThemself(newId(), now), newcomer, for_organisation && ask.value))
  return { sent_to: email }
}

export default function Join() {
  const reply = useActionData<typeof action>()
  return reply && 'sent_to' in reply ? <LetterSent to={reply.sent_to} /> : <JoinForm reply={reply} />
}
