import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { coordinates } from '#app/domain/act.ts'
import { lotLine } from '#app/domain/discovery/lot-line.read.server.ts'
import { lotPage } from '#app/domain/discovery/lot-page.read.server.ts'
import { available } from '#app/domain/listings/listing.ts'
import { ownListing } from '#app/domain/listings/own-listing.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LotLineTable } from '#app/ui/lot-line.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { useT } from '#app/ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const lot = found(await lotPage(db, params['listingId'] ?? ''))
  const isOwner = (await ownListing(db, member, lot.id)) !== undefined
  found(isOwner || coordinates(member, lot.hub_id) ? lot : undefined)
  const { id, title, unit, total, held, collected, state } = lot
  const line = await lotLine(db, id, { member, organisations: [], side: 'donor', now })
  const figures = { total, held, collected, free: available(lot) }
  const mayChange = isOwner && (state === 'live' || state === 'paused')
  return { title: translator(locale).t('claims.onMyLots'), lot: { id, title, unit, mayChange }, figures, line }
}

export default function ClaimsOnLot() {
  const { t, format } = useT()
  const { lot, figures, line } = useLoaderData<typeof loader>()
  const amount = (units: number) => format.quantity(units, lot.unit)
  const { total, held, collected, free } = figures
  return (
    <div className="page page--top stack stack--l">
      <div className="stack stack--s">
        <h1 className="break">{t('allocation.lot.title', { title: lot.title })}</h1>
        <p className="lead">
          {t('allocation.lot.figures', {
            total: amount(total),
            held: amount(held),
            collected: amount(collected),
            free: amount(free),
          })}
        </p>
        <div className="row row--buttons">
          {lot.mayChange ? (
            <ButtonLink to={`/listings/${lot.id}/total`}>{t('allocation.lot.change')}</ButtonLink>
          ) : null}
          <ButtonLink kind="plain" to={`/listings/${lot.id}/history`}>
            {t('histories.link')}
          </ButtonLink>
        </div>
      </div>
      {line.length > 0 ? (
        <LotLineTable line={line} side="donor" />
      ) : (
        <Empty title={t('allocation.lot.empty')} heading="h2">
          {t('claims.emptyLots.text')}
        </Empty>
      )}
    </div>
  )
}
