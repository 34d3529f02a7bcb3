import { randomUUID } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

type Person = { member_id: string; organisation_id: string | null }

/**
 * The pseudonym under which the ledger knows a member, or the organisation they act for: a random id that says nothing
 * of either, the same in every entry.
 */
export async function ledgerParty(trx: Trx, act: Act, { member_id, organisation_id }: Person): Promise<string> {
  const known = await findParty(trx, { member_id, organisation_id })
  if (known) return known
  const party = {
    id: randomUUID(),
    member_id: organisation_id === null ? member_id : null,
    organisation_id,
    made_at: act.at,
  }
  await trx
    .insertInto('ledger_parties')
    .values(party)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findParty(trx, { member_id, organisation_id })) ?? party.id
}

async function findParty(trx: Trx, { member_id, organisation_id }: Person) {
  const parties = trx.selectFrom('ledger_parties').select('id')
  const mine =
    organisation_id === null
      ? parties.where('member_id', '=', member_id).where('organisation_id', 'is', null)
      : parties.where('organisation_id', '=', organisation_id)
  return (await mine.executeTakeFirst())?.id
}
