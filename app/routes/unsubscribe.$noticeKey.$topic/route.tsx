import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { holderOf } from '#app/domain/notifications/choices.read.server.ts'
import { muteTopic, unmuteTopic } from '#app/domain/notifications/choose-notices.server.ts'
import { isStoppable } from '#app/domain/notifications/topic.ts'
import { asThemself } from '#app/domain/people/member.ts'
import { write } from '#app/domain/write.server.ts'
import { anyone, type Visit } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { LeavingPage } from './leaving-page.tsx'

export const meta = pageMeta

/** Changes nothing: mail scanners open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const { topic } = await meant(visit, params)
  return { title: translator(visit.locale).t('notices.leaving.title'), topic }
}

/** The page's button and a mail program's one click (RFC 8058) alike: no session, the key is in the address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await anyone(request)
  const { holder, topic } = await meant(visit, params)
  const act = asThemself(holder.id, visit.now)
  const isBack = (await request.text()).includes('again=1')
  await write(visit.db, (trx) => (isBack ? unmuteTopic : muteTopic)(trx, act, topic))
  return { done: isBack ? ('resumed' as const) : ('stopped' as const) }
}

async function meant({ db }: Visit, { noticeKey = '', topic = '' }: Record<string, string | undefined>) {
  return { holder: found(await holderOf(db, noticeKey)), topic: found(isStoppable(topic) ? topic : undefined) }
}

export default function Unsubscribe() {
  return <LeavingPage {...useLoaderData<typeof loader>()} done={useActionData<typeof action>()?.done} />
}
