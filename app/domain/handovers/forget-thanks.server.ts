import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** The notes whoever leaves wrote, and those written to them: they speak of a person. */
export async function forgetThanks(trx: Trx, act: Act) {
  await trx
    .deleteFrom('thanks')
    .where((eb) => eb.or([eb('from_id', '=', act.by.id), eb('to_id', '=', act.by.id)]))
    .execute()
}
