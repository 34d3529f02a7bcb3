import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { Email } from '#app/domain/people/email.ts'
import { isPassword } from '#app/domain/people/password-hash.server.ts'
import { credentialsOf } from '#app/domain/people/people.read.server.ts'
import { refused } from '#app/domain/refusal.ts'
import { anyone } from '#app/http/context.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { forgiven, limited, tooMany } from '#app/http/rate-limit.server.ts'
import { invalid, refusedWith } from '#app/http/replies.server.ts'
import { returnPath } from '#app/http/return-path.server.ts'
import { signInAs } from '#app/http/sign-in.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'
import { SignInForm } from './sign-in-form.tsx'

export const meta = pageMeta

const SignInAsk = z.object({
  email: Email,
  password: z.string().min(1, 'errors.required').max(200, 'people.errors.password-long'),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const { member, locale } = await anyone(request)
  const to = returnPath(new URL(request.url).searchParams.get('to'))
  if (member) throw redirect(to)
  return { title: translator(locale).t('people.signIn.title'), to }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = await anyone(request)
  const ask = await readForm(request, SignInAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const { email, password } = ask.value
  const again_at = await tooMany({ what: 'sign-in', email, context })
  if (again_at) return limited(again_at, { email })

  const member = await credentialsOf(db, email)
  const isRight = await isPassword(member?.password_hash, password)
  if (!member || !isRight) return refusedWith(refused('not-recognised'), { email })
  await forgiven({ what: 'sign-in', email, context })
  const to = returnPath(new URL(request.url).searchParams.get('to'))
  return redirect(to, { headers: await signInAs(request, member.id) })
}

export default function SignIn() {
  const { t } = useT()
  return (
    <SignInForm reply={useActionData<typeof action>()}>
      <p>
        {t('people.signIn.first')} <Link to="/join">{t('people.signIn.join')}</Link>
      </p>
    </SignInForm>
  )
}
