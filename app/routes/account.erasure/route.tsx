import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { eraseAccount } from '#app/domain/moderation/erase-account.server.ts'
import { CurrentPasswordAsk } from '#app/domain/people/password.ts'
import { isPassword } from '#app/domain/people/password-hash.server.ts'
import { accountOf } from '#app/domain/people/people.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { signOut } from '#app/http/sign-in.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ErasureForm } from './erasure-form.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = await signedIn(request)
  return { title: translator(locale).t('people.erasure.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act, member } = await signedIn(request)
  const ask = await readForm(request, CurrentPasswordAsk)
  if (ask.errors) return invalid(ask.errors)
  const account = await accountOf(db, member.id)
  if (!(await isPassword(account.member.password_hash, ask.value.current_password))) {
    return invalid({ current_password: 'people.errors.password-wrong' })
  }
  const outcome = await write(db, (trx) => eraseAccount(trx, act))
  if (isRefusal(outcome)) return refusedWith(outcome)
  return redirectSaying('/', 'people.erasure.done', { headers: await signOut(request) })
}

export default function Erasure() {
  return <ErasureForm reply={useActionData<typeof action>()} />
}
