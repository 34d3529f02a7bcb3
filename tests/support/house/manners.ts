import ts from 'typescript'
import { type Rule, type Source, walk } from './source.ts'

const vague = /^(utils?|helpers?|services?|managers?|misc|common|types|constants|lib|index)$/

export const mannerRules: Rule[] = [
  {
    says: 'every loader and action asks who is there',
    offences: (source) =>
      /^app\/(routes\/|root)/.test(source.path) ? unguarded(source).map((name) => `${source.path} ${name}`) : [],
    planted: {
      path: 'app/routes/board/route.tsx',
      text: 'export async function loader({ request }) { return { claims: await dueClaims(db) } }',
    },
  },
  {
    says: 'an exception is caught only at the edge of the house',
    offences: (source) => (mayTry.test(source.path) ? [] : tries(source).map((line) => `${source.path}:${line}`)),
    planted: { path: 'app/domain/claims/accept-offer.server.ts', text: 'try { offer() } catch { give.up() }' },
  },
  {
    says: 'nothing has a name that says nothing',
    offences: ({ path }) =>
      path === 'db/migrations/index.ts'
        ? []
        : path
            .split('/')
            .map((name) => name.replace(/\..*$/, ''))
            .filter((name) => vague.test(name))
            .map((name) => `${path}: ${name}`),
    planted: { path: 'app/domain/claims/utils.ts', text: '' },
  },
  {
    says: 'each URL is a folder with a route file, and holds no test',
    offences: ({ path }) =>
      path.startsWith('app/routes/') && (path.split('/').length < 4 || /\.(test|spec)\./.test(path)) ? [path] : [],
    planted: { path: 'app/routes/listings.test.ts', text: '' },
  },
  {
    says: 'effects stay in app/ui',
    offences: (source) =>
      source.path.startsWith('app/') &&
      !source.path.startsWith('app/ui/') &&
      /\buse(Layout|Insertion)?Effect\(/.test(source.text)
        ? [source.path]
        : [],
    planted: { path: 'app/routes/listings/route.tsx', text: 'useEffect(() => search(query))' },
  },
]

const mayTry =
  /^(app\/gateways\/|app\/jobs\/|scripts\/|tests\/|app\/domain\/write\.server\.ts$|db\/dialects\/sqlite-commits\.server\.ts$)/

function tries(source: Source): number[] {
  const lines: number[] = []
  walk(source, (node) => {
    if (ts.isTryStatement(node))
      lines.push(node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1)
  })
  return lines
}

/** The exported loaders and actions without a guard in their own body: a guard in a parent guards nothing, they run side by side. */
function unguarded(source: Source): string[] {
  const names: string[] = []
  walk(source, (node) => {
    const name = handlerName(node)
    if (name && !/\b(signedIn|anyone|staff|apiKey)\(/.test(node.getText())) names.push(name)
  })
  return names
}

function handlerName(node: ts.Node): string | undefined {
  const name =
    ts.isFunctionDeclaration(node) || (ts.isVariableDeclaration(node) && isExportedConst(node))
      ? node.name?.getText()
      : undefined
  return name === 'loader' || name === 'action' ? name : undefined
}

const isExportedConst = (node: ts.VariableDeclaration) =>
  ts.isVariableStatement(node.parent.parent) && ts.isSourceFile(node.parent.parent.parent)
