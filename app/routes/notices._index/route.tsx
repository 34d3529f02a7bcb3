import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isNoticeKind } from '#app/domain/notifications/letter.ts'
import { pathOf } from '#app/domain/notifications/notice.ts'
import { noticesOf } from '#app/domain/notifications/notices.read.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { NoticeList } from './notice-list.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  const { notices, older } = await noticesOf(db, member.id, before)
  const spoken = translator(locale)
  const said = notices.flatMap(({ id, kind, details, written_at, seen_at, ...about }) => {
    if (!isNoticeKind(kind)) return []
    const words = noticeWords(spoken, JSON.parse(details) as Record<string, string | number>)
    return {
      id,
      sentence: spoken.t(`notices.kinds.${kind}`, words),
      path: pathOf({ kind, ...about }),
      written_at,
      is_new: seen_at === null,
    }
  })
  return { title: spoken.t('notices.title'), notices: said, older, is_first: before === undefined }
}

export default function Notices() {
  return <NoticeList {...useLoaderData<typeof loader>()} />
}
