import type { Trx } from '#db/database.ts'
import type { PushRow } from '#db/schema/notifications.ts'
import { later } from '../instant.ts'
import { lease, minutesToNextTry, mostTries } from './letter.ts'

/** Takes a due push for one carrier. Undefined when another was quicker. */
export async function takePush(trx: Trx, push: Pick<PushRow, 'id' | 'next_try_at'>, at: string) {
  return trx
    .updateTable('pushes')
    .set((eb) => ({ tries: eb('tries', '+', 1), next_try_at: later(at, lease) }))
    .where('id', '=', push.id)
    .where('next_try_at', '=', push.next_try_at)
    .where('carried_at', 'is', null)
    .where('given_up_at', 'is', null)
    .returning(['id', 'tries'])
    .executeTakeFirst()
}

export async function pushCarried(trx: Trx, push: Pick<PushRow, 'id'>, at: string) {
  await trx.updateTable('pushes').set({ carried_at: at, last_problem: null }).where('id', '=', push.id).execute()
}

/** Tries again later, each time three times as late, or gives up. */
export async function pushFailed(trx: Trx, push: Pick<PushRow, 'id' | 'tries'>, problem: string, at: string) {
  const isLast = push.tries >= mostTries
  await trx
    .updateTable('pushes')
    .set({
      last_problem: problem,
      given_up_at: isLast ? at : null,
      next_try_at: later(at, { minutes: minutesToNextTry(push.tries) }),
    })
    .where('id', '=', push.id)
    .execute()
}

/** The browser is gone for good: so is everything that was to be pushed to it. */
export async function forgetDevice(trx: Trx, deviceId: string) {
  await trx.deleteFrom('push_subscriptions').where('id', '=', deviceId).execute()
}
