import { sources } from '#tests/support/house/source.ts'
import { type Measure, measure } from './measure.ts'

type Budget = { what: keyof Measure; most: number; of?: RegExp }

const budgets: Budget[] = [
  { what: 'lines', most: 300 },
  { what: 'lines', most: 150, of: /\/route\.tsx?$/ },
  { what: 'imports', most: 18 },
  { what: 'longestFunction', most: 80 },
  { what: 'longestHandler', most: 50 },
  { what: 'mostProps', most: 7 },
  { what: 'anys', most: 0 },
]

const wholeHouse = { effects: 10, comments: { least: 0.01, most: 0.05 } }

const files = sources('app', 'db', 'scripts').map((source) => ({ path: source.path, ...measure(source) }))
const over = budgets.flatMap(({ what, most, of = /./ }) =>
  files
    .filter((file) => of.test(file.path) && file[what] > most)
    .map((file) => `${file.path}: ${what} ${file[what]}, at most ${most}`),
)

const effects = sum('effects')
if (effects > wholeHouse.effects) over.push(`effects in all: ${effects}, at most ${wholeHouse.effects}`)
const comments = sum('comments') / sum('lines')
if (comments < wholeHouse.comments.least || comments > wholeHouse.comments.most)
  over.push(`comments: ${(comments * 100).toFixed(1)} % of all lines, between 1 and 5`)

for (const line of over) console.error(line)
const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b)
console.log(
  `${files.length} files, median ${at(0.5)} lines, p95 ${at(0.95)}; comments ${(comments * 100).toFixed(1)} %; effects ${effects}`,
)
process.exitCode = over.length === 0 ? 0 : 1

function sum(what: keyof Measure) {
  return files.reduce((total, file) => total + file[what], 0)
}

function at(share: number) {
  return sizes[Math.floor((sizes.length - 1) * share)] ?? 0
}
