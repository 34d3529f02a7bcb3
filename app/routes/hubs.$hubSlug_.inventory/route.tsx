import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { startCount } from '#app/domain/handovers/count-stock.server.ts'
import { baysOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { openCountOf, stockOfHub } from '#app/domain/hubs/stock.read.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { stockVisit } from '#app/http/stock.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Inventory } from './inventory.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, hub, locale } = await stockVisit(await signedIn(request), params)
  const bay = bayIn(request)
  const [rows, bays, count] = await Promise.all([
    stockOfHub(db, hub.id, { q: '', bay: bay ?? '' }),
    baysOf(db, hub.id),
    openCountOf(db, hub.id, bay),
  ])
  return {
    title: translator(locale).t('stock.inventory.title'),
    hub,
    bay,
    bays: bays.map(({ id, code }) => ({ id, code })),
    count_id: count?.id,
    lots: rows.map(({ id, code, title, quantity, unit, grams, grade, bay_code, listing_state }) => ({
      ...{ code, title, quantity, unit, grams, grade, bay_code },
      is_offered: listing_state !== null && listing_state !== 'closed',
      is_counted: count?.counted.has(id) ?? false,
      sent_key: newId(),
    })),
  }
}

/** Begins a count, or goes on with the one that is open. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db, act, hub } = await stockVisit(await signedIn(request), params)
  const bay = bayIn(request)
  const page = `/hubs/${hub.slug}/inventory${bay === null ? '' : `?bay=${bay}`}`
  const outcome = await write(db, (trx) => startCount(trx, act, hub.id, bay))
  return isRefusal(outcome)
    ? redirectSaying(page, `stock.refusals.${outcome.refused}`, { tone: 'fail' })
    : redirect(page)
}

export default function InventoryPage() {
  return <Inventory page={useLoaderData<typeof loader>()} />
}

function bayIn(request: Request) {
  return new URL(request.url).searchParams.get('bay') || null
}
