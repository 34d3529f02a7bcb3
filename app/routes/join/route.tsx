import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { joinAskFor } from '#app/domain/people/join-ask.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { limited, tooMany } from '#app/http/rate-limit.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { JoinForm } from './join-form.tsx'
import { joinAs } from './join-as.server.ts'
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
  const { password: _, ...typed } = ask.typed
  const again_at = await tooMany({ what: 'letter', email: ask.value.email, context })
  if (again_at) return limited(again_at, typed)

  await write(db, await joinAs(ask.value, locale, now))
  return { sent_to: ask.value.email }
}

export default function Join() {
  const reply = useActionData<typeof action>()
  return reply && 'sent_to' in reply ? <LetterSent to={reply.sent_to} /> : <JoinForm reply={reply} />
}
