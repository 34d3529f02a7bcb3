import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hearAgain } from '#app/domain/clocks/hear-again.server.ts'
import { carryMailAgain, carryPushAgain } from '#app/domain/notifications/carry-again.server.ts'
import { givenUp } from '#app/domain/notifications/given-up.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import { staff } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { GivenUpPage } from './given-up-page.tsx'
import { saidOf } from './said.server.ts'

export const meta = pageMeta

const Again = z.object({ what: z.enum(['mail', 'push', 'clock']), id: z.string() })
const again = { mail: carryMailAgain, push: carryPushAgain, clock: hearAgain }

/** For admins only: letters bear addresses. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale } = await staff(request)
  found(member.is_admin || undefined)
  const spoken = translator(locale)
  return { title: spoken.t('notices.givenUp.title'), ...saidOf(spoken, await givenUp(db)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act, member } = await staff(request)
  found(member.is_admin || undefined)
  const { what, id } = found((await readForm(request, Again)).value)
  const outcome = await write(db, (trx) => again[what](trx, act, id))
  if (isRefusal(outcome)) return refusedWith(outcome)
  log.info({ by: member.id, what, id }, 'an admin has something that was given up tried again')
  return redirectSaying('/admin/letters', 'notices.givenUp.done')
}

export default function GivenUp() {
  return <GivenUpPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refused} />
}
