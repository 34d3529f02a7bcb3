import { asLot } from '#app/domain/discovery/lot.ts'
import { lotRow } from '#app/domain/discovery/lots.read.server.ts'
import { seekersNear } from '#app/domain/discovery/matches.read.server.ts'
import { draftView } from '#app/domain/listings/draft-view.server.ts'
import type { draftOf } from '#app/domain/listings/drafts.read.server.ts'
import { looksAt } from '#app/domain/listings/looks-at.read.server.ts'
import { organisationsOf } from '#app/domain/people/people.read.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'

type Draft = NonNullable<Awaited<ReturnType<typeof draftOf>>>

/** The lot as others will see it, what it still lacks, and for whom its donor may speak. */
export async function preview({ db, member, locale, now }: MemberVisit, { listing, quantity_given, missing }: Draft) {
  const [view, row, organisations, looks, seekers] = await Promise.all([
    draftView(db, listing, quantity_given, locale),
    lotRow(db, listing.id),
    organisationsOf(db, member.id),
    looksAt(db, member, listing),
    seekersNear(db, listing, now),
  ])
  const lot = asLot(found(row), { locale, now })
  return {
    view,
    missing,
    lot: { ...lot, title: lot.title || translator(locale).t('posting.confirm.untitled') },
    days: { from: listing.available_from, until: listing.must_go_by },
    rule: listing.allocation_rule,
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    looks,
    seekers,
    email_verified: member.email_verified,
  }
}

export type Preview = Awaited<ReturnType<typeof preview>>
