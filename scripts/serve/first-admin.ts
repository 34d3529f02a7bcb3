import { firstAdminLink } from '#app/domain/people/first-admin.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'

/** While nobody runs the place, whoever reads its console may become the one who does. */
export async function inviteFirstAdmin(db: Db, origin: string) {
  const path = await write(db, (trx) => firstAdminLink(trx, new Date().toISOString()))
  if (path)
    console.log(`Nobody runs this place yet. Within 24 hours, open ${origin}${path} to become its administrator.`)
}
