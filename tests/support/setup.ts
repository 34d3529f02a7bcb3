import { join } from 'node:path'
import { inject } from 'vitest'
import { freshDatabase } from './database.ts'
import './quiet-console.ts'

process.env['DATABASE_URL'] = await freshDatabase()
process.env['DATA_DIR'] = join(inject('folder'), 'data', `worker_${process.env['VITEST_POOL_ID']}`)
process.env['SESSION_SECRET'] = 'only the tests know this secret'
