import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asLot, shortName } from '#app/domain/discovery/lot.ts'
import { offersOfOrganisation } from '#app/domain/discovery/offers.read.server.ts'
import { thanksToOrganisation } from '#app/domain/handovers/thanks.read.server.ts'
import { asThanksNote } from '#app/domain/handovers/thanks.ts'
import { totalsOfOrganisation } from '#app/domain/impact/totals.read.server.ts'
import { organisationProfile } from '#app/domain/people/people.read.server.ts'
import { anyone } from '#app/http/context.server.ts'
import { found } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { KilogramsOf } from '#app/ui/kilograms-of.tsx'
import { Offers } from '#app/ui/offers.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ThanksReceived } from '#app/ui/thanks-received.tsx'
import { OrganisationHead, People } from './organisation-head.tsx'

export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, locale, now, member } = await anyone(request)
  const profile = found(await organisationProfile(db, params['organisationId'] ?? ''))
  const [offers, moved, thanks] = await Promise.all([
    offersOfOrganisation(db, profile.id),
    totalsOfOrganisation(db, profile.id),
    thanksToOrganisation(db, profile.id),
  ])
  return {
    title: profile.name,
    description: translator(locale).t('people.profile.organisation', { name: profile.name }),
    organisation: { ...profile, people: profile.people.map(({ id, name }) => ({ id, name: shortName(name) })) },
    lots: offers.map((row) => asLot(row, { locale, now })),
    moved,
    thanks: thanks.map((note) => asThanksNote(note, member, now)),
  }
}

export default function OrganisationPage() {
  const { organisation, lots, moved, thanks } = useLoaderData<typeof loader>()
  return (
    <div className="page page--top">
      <div className="stack stack--l">
        <OrganisationHead organisation={organisation} />
        <KilogramsOf {...moved} />
        <ThanksReceived notes={thanks} />
        <Offers lots={lots} />
        <People people={organisation.people} />
      </div>
    </div>
  )
}
