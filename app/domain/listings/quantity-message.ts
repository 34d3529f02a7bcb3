import type { NumberProblem } from './quantity-reading.ts'

/**
 * The sentence for a number that was not taken, as it travels: an i18n key with its values as a query.
 * `symbol` is the unit people type beside it, `decimals` how many of its decimals are kept.
 */
export function numberMessage(problem: NumberProblem, symbol: string, decimals: number) {
  const values = new URLSearchParams({ typed: problem.typed, symbol })
  if (problem.problem === 'errors.number-ambiguous') addReadings(values, problem.typed, symbol)
  if (problem.problem === 'errors.too-fine') values.set('decimals', String(problem.decimals))
  if (problem.problem === 'errors.too-large') values.set('largest', String(problem.largest / 10 ** decimals))
  return `${problem.problem}?${values}`
}

// Without its last zeros, or with a fourth decimal, the decimal reading is unmistakable; the unit keeps the whole one from being grouped on its way out.
function addReadings(values: URLSearchParams, typed: string, symbol: string) {
  const [, whole = '', fraction = '', suffix = ''] = /^(\d+)[.,](\d+)\s*(.*)$/.exec(typed) ?? []
  const unit = suffix || symbol
  const short = fraction.replace(/0+$/, '')
  const decimal = (separator: string) =>
    [whole, short.length === 3 ? `${short}0` : short].filter(Boolean).join(separator)
  values.set('comma', `${decimal(',')} ${unit}`)
  values.set('point', `${decimal('.')} ${unit}`)
  values.set('plain', `${whole}${fraction} ${unit}`)
}
