import { forgetDevice, pushCarried, pushFailed, takePush } from '#app/domain/notifications/carry-push.server.ts'
import { duePushes } from '#app/domain/notifications/pushes.read.server.ts'
import { type VapidKeys, vapidKeys } from '#app/domain/notifications/vapid-keys.server.ts'
import { write } from '#app/domain/write.server.ts'
import { sendPush } from '#app/gateways/push.server.ts'
import type { Db } from '#db/database.ts'
import { composePush } from './compose-push.server.ts'

/** Carries every push that is due. Each is taken first, so that two carriers never send the same one. */
export async function carryPushes(db: Db, at: string) {
  const keys = await vapidKeys(db, at)
  let carried = 0
  for (const due of await duePushes(db, at)) {
    const push = await write(db, (trx) => takePush(trx, due, at))
    if (push && (await carry(db, push, keys, at))) carried += 1
  }
  return `${carried} carried`
}

async function carry(db: Db, push: { id: string; tries: number }, keys: VapidKeys, at: string) {
  let end: 'sent' | 'spared' | 'gone'
  const told = await composePush(db, push.id)
  try {
    end = told ? await sendPush(told.to, told.message, keys) : 'spared'
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    await write(db, (trx) => pushFailed(trx, push, problem.slice(0, 500), at))
    return false
  }
  if (told && end === 'gone') await write(db, (trx) => forgetDevice(trx, told.device_id))
  else await write(db, (trx) => pushCarried(trx, push, at))
  return end === 'sent'
}
