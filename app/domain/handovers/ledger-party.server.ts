import { randomUUID } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

type Person = { member_id: string; organisation_id: string | null }
type Party = { member_id: string | null; organisation_id: string | null; hub_id: string | null }

/**
 * The pseudonym under which the ledger knows a member, or the organisation they act for: a random id that says nothing
 * of either, the same in every entry.
 */
export async function ledgerParty(trx: Trx, act: Act, { member_id, organisation_id }: Person): Promise<string> {
  return party(trx, act, { member_id: organisation_id === null ? member_id : null, organisation_id, hub_id: null })
}

/** The pseudonym of a hub, whoever acts for it: its stock is one, and nobody's own. */
export async function hubParty(trx: Trx, act: Act, hub_id: string): Promise<string> {
  return party(trx, act, { member_id: null, organisation_id: null, hub_id })
}

async function party(trx: Trx, act: Act, who: Party) {
  const known = await findParty(trx, who)
  if (known) return known
  const made = { id: randomUUID(), ...who, made_at: act.at }
  await trx
    .insertInto('ledger_parties')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findParty(trx, who)) ?? made.id
}

async function findParty(trx: Trx, { member_id, organisation_id, hub_id }: Party) {
  const parties = trx.selectFrom('ledger_parties').select('id')
  if (hub_id !== null) return (await parties.where('hub_id', '=', hub_id).executeTakeFirst())?.id
  const mine =
    organisation_id === null
      ? parties.where('member_id', '=', member_id).where('organisation_id', 'is', null)
      : parties.where('organisation_id', '=', organisation_id)
  return (await mine.executeTakeFirst())?.id
}
