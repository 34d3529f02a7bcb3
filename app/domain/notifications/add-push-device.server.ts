import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { PushDeviceAsk } from './push-device-ask.ts'

type Device = PushDeviceAsk & { session_id: string; device: string }

/**
 * Pushes may come to this browser. Kept under the id of its session, so that they end when the session does; a browser
 * that somebody else used before is theirs no more.
 */
export async function addPushDevice(trx: Trx, act: Act, { session_id, ...device }: Device) {
  await trx.deleteFrom('push_subscriptions').where('endpoint', '=', device.endpoint).execute()
  await trx.deleteFrom('push_subscriptions').where('id', '=', session_id).execute()
  await trx
    .insertInto('push_subscriptions')
    .values({ id: session_id, member_id: act.by.id, ...device, made_at: act.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** No more pushes to one of one's devices. */
export async function removePushDevice(trx: Trx, act: Act, deviceId: string) {
  await trx.deleteFrom('push_subscriptions').where('id', '=', deviceId).where('member_id', '=', act.by.id).execute()
}
