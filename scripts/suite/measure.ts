import ts from 'typescript'
import { type Source, walk } from '#tests/support/house/source.ts'

export type Measure = {
  lines: number
  imports: number
  comments: number
  effects: number
  anys: number
  longestFunction: number
  longestHandler: number
  mostProps: number
}

/** The figures of one file that the budgets of app/STYLE.md are about. */
export function measure(source: Source): Measure {
  const lines = source.text.trimEnd().split('\n')
  const found: Measure = {
    lines: lines.length,
    imports: 0,
    comments: lines.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length,
    effects: 0,
    anys: (source.text.match(/@ts-(ignore|expect-error|nocheck)/g) ?? []).length,
    longestFunction: 0,
    longestHandler: 0,
    mostProps: 0,
  }
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) found.imports++
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.anys++
    if (ts.isCallExpression(node) && /^use(Layout|Insertion)?Effect$/.test(node.expression.getText())) found.effects++
    if (isNamedFunction(node)) weigh(node, source, found)
  })
  return found
}

type NamedFunction = ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction | ts.FunctionExpression

/** Callbacks without a name are counted with the function they stand in. */
function isNamedFunction(node: ts.Node): node is NamedFunction {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.body !== undefined
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isVariableDeclaration(node.parent)
}

function weigh(node: NamedFunction, source: Source, found: Measure) {
  const name = (ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name)?.getText() ?? ''
  const length = lineOf(node, node.end) - lineOf(node, node.getStart()) + 1
  found.longestFunction = Math.max(found.longestFunction, length)
  if (name === 'loader' || name === 'action') found.longestHandler = Math.max(found.longestHandler, length)
  const props = node.parameters[0]?.name
  const isComponent = /^[A-Z]/.test(name) && source.path.endsWith('.tsx')
  if (isComponent && props && ts.isObjectBindingPattern(props))
    found.mostProps = Math.max(found.mostProps, props.elements.length)
}

const lineOf = (node: ts.Node, position: number) => node.getSourceFile().getLineAndCharacterOfPosition(position).line
