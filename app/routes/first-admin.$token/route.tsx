import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { becomeFirstAdmin } from '#app/domain/people/first-admin.server.ts'
import { FirstAdminAsk } from '#app/domain/people/join-ask.ts'
import { linkOpens } from '#app/domain/people/one-time-link.server.ts'
import { hashPassword } from '#app/domain/people/password-hash.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { signInAs } from '#app/http/sign-in.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { FirstAdminForm } from './first-admin-form.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now, locale } = await anyone(request)
  const opens = await linkOpens(db, 'first_admin', params['token'] ?? '', now)
  return { title: translator(locale).t('people.firstAdmin.title'), opens }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, now, locale } = await anyone(request)
  const ask = await readForm(request, FirstAdminAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const { password, ...person } = ask.value
  const admin = { ...person, locale, password_hash: await hashPassword(password) }
  const outcome = await write(db, (trx) => becomeFirstAdmin(trx, params['token'] ?? '', admin, now))
  if (isRefusal(outcome)) return redirectSaying('/sign-in', 'people.refusals.link-closed', { tone: 'fail' })
  return redirect('/account', { headers: await signInAs(request, outcome.member_id) })
}

export default function FirstAdmin() {
  return <FirstAdminForm {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
