import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'
import { oneAtATime } from '#db/dialects/dialect.server.ts'
import { dayInRome } from '../instant.ts'
import { lotCode, numberIn } from './lot-code.ts'

/** The next code of the Roman month of `at`, for the lot that this transaction publishes. */
export async function nextLotCode(trx: Trx, at: string) {
  const month = dayInRome(at).slice(2, 7).replace('-', '')
  await oneAtATime(trx, 'lot-code')
  const last = await trx
    .selectFrom('listings')
    .select('code')
    .where('code', 'is not', null)
    .where(sql`substr(code, 1, 4)`, '=', month)
    .orderBy(sql`length(code)`, 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst()
  return lotCode(month, 1 + numberIn(last?.code ?? ''))
}
