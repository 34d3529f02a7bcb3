import type { Db } from '#db/database.ts'

const most = 100

/** What was tried until nobody would try again, the latest first: letters, pushes and clocks, each with its problem. */
export async function givenUp(db: Db) {
  const [mails, pushes, clocks] = await Promise.all([givenUpMails(db), givenUpPushes(db), givenUpClocks(db)])
  return { mails, pushes, clocks }
}

function givenUpMails(db: Db) {
  return db
    .selectFrom('mails')
    .select(['id', 'address', 'kind', 'written_at', 'given_up_at', 'tries', 'last_problem'])
    .where('given_up_at', 'is not', null)
    .orderBy('given_up_at', 'desc')
    .limit(most)
    .execute()
}

function givenUpPushes(db: Db) {
  return db
    .selectFrom('pushes')
    .innerJoin('notices', 'notices.id', 'pushes.notice_id')
    .innerJoin('members', 'members.id', 'notices.member_id')
    .innerJoin('push_subscriptions', 'push_subscriptions.id', 'pushes.subscription_id')
    .select(['pushes.id', 'members.name', 'push_subscriptions.device', 'notices.kind'])
    .select(['pushes.written_at', 'pushes.given_up_at', 'pushes.tries', 'pushes.last_problem'])
    .where('given_up_at', 'is not', null)
    .orderBy('given_up_at', 'desc')
    .limit(most)
    .execute()
}

function givenUpClocks(db: Db) {
  return db
    .selectFrom('clocks')
    .select(['id', 'kind', 'subject_id', 'due_at', 'given_up_at', 'tries', 'last_problem'])
    .where('given_up_at', 'is not', null)
    .orderBy('given_up_at', 'desc')
    .limit(most)
    .execute()
}
