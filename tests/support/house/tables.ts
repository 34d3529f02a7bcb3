import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Rule, root, type Source } from './source.ts'

/** Which domain owns which table, as db/database.ts and the files of db/schema/ say it. */
export function owners(): Map<string, string> {
  const database = readFileSync(join(root, 'db/database.ts'), 'utf8')
  const homes = new Map<string, string>()
  for (const [, rows = '', home = ''] of database.matchAll(
    /import type \{([^}]+)\} from '\.\/schema\/([\w-]+)\.ts'/g,
  )) {
    for (const row of rows.split(',')) homes.set(row.trim(), home)
  }
  return new Map(
    [...database.matchAll(/^ {2}(\w+): (\w+)$/gm)].map(([, table = '', row = '']) => [table, homes.get(row) ?? '?']),
  )
}

/** The tables a file writes, by query builder or in raw SQL. */
function tablesWritten({ text }: Source): string[] {
  const built = text.matchAll(/\b(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)/g)
  const raw = text.matchAll(/sql(?:<[^`]*>)?`\s*(?:insert into|replace into|update|delete from)\s+"?(\w+)/gi)
  return [...built, ...raw].map(([, table = '']) => table)
}

const owned = owners()
const domainOf = (path: string) => /^app\/domain\/([^/]+)\//.exec(path)?.[1]

export const tableRules: Rule[] = [
  {
    says: 'only the domain writes, and each domain only its own tables',
    offences: (source) =>
      source.path.startsWith('app/')
        ? tablesWritten(source)
            .filter((table) => owned.get(table) !== domainOf(source.path))
            .map((table) => `${source.path} writes ${table} of ${owned.get(table) ?? 'nobody'}`)
        : [],
    planted: {
      path: 'app/domain/claims/place-claim.server.ts',
      text: "await trx.updateTable('listings').set({ held: 4 }).execute()",
    },
  },
  {
    says: 'mass_ledger is written by append-entry alone',
    offences: (source) =>
      source.path.startsWith('app/') &&
      source.path !== 'app/domain/handovers/append-entry.server.ts' &&
      tablesWritten(source).includes('mass_ledger')
        ? [source.path]
        : [],
    planted: {
      path: 'app/domain/handovers/record-handover.server.ts',
      text: "await trx.insertInto('mass_ledger').values(entry).execute()",
    },
  },
  {
    says: 'an exact address is written by save-place and read by door.read alone',
    offences: ({ path, text }) =>
      path.startsWith('app/') && !doorKeepers.includes(path) && /\bplace_doors\b/.test(withoutComments(text))
        ? [`${path} reaches place_doors`]
        : [],
    planted: {
      path: 'app/domain/listings/listings.read.server.ts',
      text: "db.selectFrom('listings').innerJoin('place_doors', 'place_doors.place_id', 'listings.place_id')",
    },
  },
]

const doorKeepers = ['app/domain/places/save-place.server.ts', 'app/domain/claims/door.read.server.ts']
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
