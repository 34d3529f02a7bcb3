import { db } from '#app/http/store.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'

await migrateToLatest(db)
await db.destroy()
