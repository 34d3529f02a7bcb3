import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openFeed } from '#app/domain/discovery/open-feed.server.ts'
import { savedSearch } from '#app/domain/discovery/saved-searches.read.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found, refusedWith } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { FeedPage } from './feed-page.tsx'

export const meta = pageMeta
export const handle = { bare: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale } = await signedIn(request)
  const { id, name, feed_key } = found(await savedSearch(db, member.id, params['searchId'] ?? ''))
  return { title: translator(locale).t('searches.feed.title'), id, name, has_feed: feed_key !== null }
}

/** The one reply that holds the address: it is kept nowhere, here or in a browser's cache. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const outcome = await write(db, (trx) => openFeed(trx, act, params['searchId'] ?? ''))
  if (isRefusal(outcome)) return refusedWith(outcome)
  const origin = process.env['ORIGIN'] ?? new URL(request.url).origin
  return { address: `${origin}/feeds/${outcome.token}.atom` }
}

export default function Feed() {
  return <FeedPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
