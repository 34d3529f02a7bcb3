import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asLot, shortName } from '#app/domain/discovery/lot.ts'
import { offersOfMember } from '#app/domain/discovery/offers.read.server.ts'
import { thanksToMember } from '#app/domain/handovers/thanks.read.server.ts'
import { asThanksNote } from '#app/domain/handovers/thanks.ts'
import { totalsOfMember } from '#app/domain/impact/totals.read.server.ts'
import { memberProfile } from '#app/domain/people/people.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { KilogramsOf } from '#app/ui/kilograms-of.tsx'
import { Offers } from '#app/ui/offers.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ThanksReceived } from '#app/ui/thanks-received.tsx'
import { MemberHead } from './member-head.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, locale, now, member } = await anyone(request)
  const profile = found(await memberProfile(db, params['memberId'] ?? ''))
  const [offers, moved, thanks] = await Promise.all([
    offersOfMember(db, profile.id),
    totalsOfMember(db, profile.id),
    thanksToMember(db, profile.id),
  ])
  const name = shortName(profile.name)
  return {
    title: name,
    description: translator(locale).t('people.profile.member', { name }),
    member: { ...profile, name },
    lots: offers.map((row) => asLot(row, { locale, now })),
    moved,
    thanks: thanks.map((note) => asThanksNote(note, member, now)),
  }
}

export default function MemberPage() {
  const { member, lots, moved, thanks } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top">
      <div className="stack stack--l">
        <MemberHead member={member} />
        <KilogramsOf {...moved} />
        <ThanksReceived notes={thanks} />
        <Offers lots={lots} />
      </div>
    </div>
  )
}
