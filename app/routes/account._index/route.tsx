import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountOf } from '#app/domain/people/people.read.server.ts'
import { ProfileAsk } from '#app/domain/people/profile-ask.ts'
import { reviseProfile } from '#app/domain/people/revise-profile.server.ts'
import { sessionsOf } from '#app/domain/people/sessions.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { AccountPage } from './account-page.tsx'
import { ownReliability } from './reliability.server.ts'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await signedIn(request)
  const { db, member, locale, now } = visit
  const [account, sessions, reliability] = await Promise.all([
    accountOf(db, member.id),
    sessionsOf(db, member.id, now),
    ownReliability(visit),
  ])
  const { id, name, email, about, locale: speaks } = account.member
  const seen = sessions.map((session) => ({ ...session, is_here: session.id === member.session_id }))
  return {
    title: translator(locale).t('people.account.title'),
    member: { id, name, email, about, locale: speaks, verified: member.email_verified, is_admin: member.is_admin },
    organisations: account.organisations,
    sessions: seen,
    reliability,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act, locale } = await signedIn(request)
  const ask = await readForm(request, ProfileAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  await write(db, (trx) => reviseProfile(trx, act, ask.value))
  return redirectSaying(
    ask.value.locale === locale ? '/account' : `/account?lang=${ask.value.locale}`,
    'people.account.saved',
  )
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
