import type { Trx } from '#db/database.ts'
import { oneAtATime } from '#db/dialects/dialect.server.ts'
import { dayInRome } from '../instant.ts'
import { lotCode, numberIn } from './lot-code.ts'

/** The next code of the Roman month of `at`, for the lot that this transaction publishes. */
export async function nextLotCode(trx: Trx, at: string) {
  const month = dayInRome(at).slice(2, 7).replace('-', '')
  await oneAtATime(trx, 'lot-code')
  const given = await trx.selectFrom('listings').select('code').where('code', 'like', `${month}-%`).execute()
  return lotCode(month, 1 + Math.max(0, ...given.map(({ code }) => numberIn(code ?? ''))))
}
