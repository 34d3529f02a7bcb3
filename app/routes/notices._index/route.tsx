import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { noticesOf } from '#app/domain/notifications/notices.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { NoticeList } from './notice-list.tsx'
import { byDay } from './said.server.ts'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  const { notices, older } = await noticesOf(db, member.id, before)
  const spoken = translator(locale)
  return {
    title: spoken.t('notices.title'),
    days: byDay(spoken, notices, now),
    newest_id: notices[0]?.id,
    is_any_new: notices.some(({ seen_at }) => seen_at === null),
    older,
    is_first: before === undefined,
  }
}

export default function Notices() {
  return <NoticeList {...useLoaderData<typeof loader>()} />
}
