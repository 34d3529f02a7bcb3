import type { Trx } from '#db/database.ts'
import type { HandoverRow, WeighRecordRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import type { Weighing } from './weigh-record.ts'

/** Adds a weigh record to a handover. A correction names the record it voids; nothing is changed or taken away. */
export async function writeWeighRecord<What extends Weighing>(
  trx: Trx,
  act: Act,
  handover: Pick<HandoverRow, 'id' | 'listing_id'>,
  weighing: What,
  voids: string | null = null,
): Promise<WeighRecordRow & What> {
  const record = {
    ...weighing,
    id: newId(),
    handover_id: handover.id,
    listing_id: handover.listing_id,
    weighed_by: act.by.id,
    weighed_at: act.at,
    voids_id: voids,
  }
  await trx.insertInto('weigh_records').values(record).execute()
  return record
}
