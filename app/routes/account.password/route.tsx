import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { writeAccountMail } from '#app/domain/notifications/write-account-mail.server.ts'
import { changePassword } from '#app/domain/people/change-password.server.ts'
import { PasswordAsk } from '#app/domain/people/password.ts'
import { hashPassword, isPassword } from '#app/domain/people/password-hash.server.ts'
import { accountOf } from '#app/domain/people/people.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { limited, tooMany } from '#app/http/rate-limit.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordForm } from './password-form.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await signedIn(request)
  return { title: translator(locale).t('people.passwordPage.title') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, act, member } = await signedIn(request)
  const ask = await readForm(request, PasswordAsk)
  if (ask.errors) return invalid(ask.errors)
  const account = await accountOf(db, member.id)
  const again_at = await tooMany({ what: 'sign-in', email: account.member.email, context })
  if (again_at) return limited(again_at, {})
  if (!(await isPassword(account.member.password_hash, ask.value.current_password))) {
    return invalid({ current_password: 'people.errors.password-wrong' })
  }
  const hash = await hashPassword(ask.value.password)
  await write(db, async (trx) => {
    await changePassword(trx, act, hash, member.session_id)
    await writeAccountMail(trx, act, account.member, 'password-changed')
  })
  return redirectSaying('/account', 'people.passwordPage.done')
}

export default function Password() {
  return <PasswordForm reply={useActionData<typeof action>()} />
}
