import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import type { OrganisationAsk } from './organisation.ts'

/** Registers an organisation and makes the one who acts its owner. A VAT number belongs to one organisation. */
export async function registerOrganisation(trx: Trx, act: Act, ask: OrganisationAsk) {
  const organisation = await trx
    .insertInto('organisations')
    .values({
      id: newId(),
      name: ask.organisation_name,
      kind: ask.organisation_kind,
      vat_number: ask.vat_number,
      about: '',
      registered_at: act.at,
    })
    .onConflict((conflict) => conflict.column('vat_number').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!organisation) return refused('vat-number-taken')
  await trx
    .insertInto('memberships')
    .values({ organisation_id: organisation.id, member_id: act.by.id, role: 'owner', since: act.at })
    .execute()
  return { organisation }
}
