import { catalogues } from '#app/i18n/catalogues.server.ts'
import { sources } from '#tests/support/house/source.ts'

const code = sources('app', 'scripts').filter(({ path }) => !/^app\/i18n\/(it|en)[./]/.test(path))
const italian = sentences(catalogues.it)
const english = sentences(catalogues.en)
const keys = new Set([...italian.keys()].map(withoutPlural))
// Shows a number as each language writes it, so that each has a hole of its own.
const spelledApart = new Set(['errors.number-ambiguous'])
const problems = [...holesThatDiffer(), ...manyWithoutForm(), ...unknownKeys(), ...unusedKeys()]

for (const problem of problems) console.error(problem)
console.log(`${keys.size} sentences in two languages`)
process.exitCode = problems.length === 0 ? 0 : 1

/** 'listings.quantity.left_one' → its sentence. */
function sentences(branch: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(branch).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[path + name, value]] : [...sentences(value, `${path}${name}.`)],
    ),
  )
}

/** A {{hole}} that only one of the languages fills would leave the other with less to say, or with braces on the page. */
function holesThatDiffer() {
  const holes = (from: Map<string, string>, key: string) => {
    const said = [...from].filter(([name]) => withoutPlural(name) === key).map(([, sentence]) => sentence)
    return [...new Set(said.flatMap((sentence) => sentence.match(/\{\{[^}]+\}\}/g) ?? []))].sort().join(' ')
  }
  return [...keys]
    .filter((key) => !spelledApart.has(key) && holes(italian, key) !== holes(english, key))
    .map((key) => `${key}: the holes differ: ${holes(italian, key) || 'none'} / ${holes(english, key) || 'none'}`)
}

/** Italian counts a round million with a form of its own: «1.000.000 di lotti». */
function manyWithoutForm() {
  const stems = [...italian.keys()].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -'_one'.length))
  return stems
    .filter((stem) => !italian.has(`${stem}_many`) || !italian.has(`${stem}_other`))
    .map((stem) => `${stem}: Italian needs _one, _many and _other`)
}

/** Keys that types cannot see, because they travel as text: zod's messages. */
function unknownKeys() {
  return code.flatMap(({ path, text }) =>
    [...text.matchAll(/['"`](errors\.[\w.-]+)(?:\?[^'"`]*)?['"`]/g)]
      .filter(([, key = '']) => !keys.has(key))
      .map(([, key]) => `${path}: there is no sentence ${key}`),
  )
}

function unusedKeys() {
  const said = new Set<string>()
  const begun = new Set<string>()
  for (const { text } of code) {
    for (const [, key = ''] of text.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)(?:\?[^'"`]*)?['"`]/g)) said.add(key)
    for (const [, head = ''] of text.matchAll(/`([a-z]\w*\.[\w.-]*)\$\{/g)) begun.add(head)
  }
  return [...keys]
    .filter((key) => !said.has(key) && ![...begun].some((head) => key.startsWith(head)))
    .map((key) => `${key}: nobody says it`)
}

function withoutPlural(key: string) {
  return key.replace(/_(one|many|other)$/, '')
}
