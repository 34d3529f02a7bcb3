import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'

const held = globalThis as { rimessaDb?: Db }

export const dataDir = process.env['DATA_DIR'] ?? 'data'

/** One connection pool per process, kept across hot reloads. */
export const db: Db = (held.rimessaDb ??= connect(process.env['DATABASE_URL'] ?? `${dataDir}/rimessa.sqlite`))
