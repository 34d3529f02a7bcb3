import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { linkOpens } from '#app/domain/people/one-time-link.server.ts'
import { NewPassword } from '#app/domain/people/password.ts'
import { hashPassword } from '#app/domain/people/password-hash.server.ts'
import { resetPassword } from '#app/domain/people/reset-password.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ChoosePassword } from './choose-password.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now, locale } = await anyone(request)
  const opens = await linkOpens(db, 'reset_password', params['token'] ?? '', now)
  return { title: translator(locale).t('people.reset.title'), opens }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, now } = await anyone(request)
  const ask = await readForm(request, z.object({ password: NewPassword }))
  if (ask.errors) return invalid(ask.errors, ask.typed)
  const hash = await hashPassword(ask.value.password)
  const outcome = await write(db, (trx) => resetPassword(trx, params['token'] ?? '', hash, now))
  if (isRefusal(outcome)) return redirectSaying('/reset', 'people.refusals.link-closed', { tone: 'fail' })
  return redirectSaying('/sign-in', 'people.reset.done')
}

export default function ResetByLink() {
  const { opens } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <ChoosePassword opens={opens} error={reply && 'errors' in reply ? reply.errors['password'] : undefined} />
}
