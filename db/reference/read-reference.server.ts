import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { DisplacementRow, FactorRow, FactorTable, WasteCodeRow, WeightRow, WeightTable } from './weight-table.ts'

type Line = Record<string, string>

/** Unit weights and densities, verified rows only, in grams. The version names both files together. */
export const weightTable = once((): WeightTable => {
  const rows = [...lines('weights.csv'), ...lines('densities.csv')].filter(isVerified).map(weightRow)
  return { version: 'weights-2026.1', rows: new Map(rows.map((row) => [row.item_key, row])) }
})

/** Emission factors, verified rows only. */
export const factorTable = once((): FactorTable => {
  return { version: 'factors-2026.1', rows: lines('factors.csv').filter(isVerified).map(factorRow) }
})

/** Shares of reuse that replace a new product, verified rows only. */
export const displacementRates = once((): readonly DisplacementRow[] => {
  return lines('displacement.csv')
    .filter(isVerified)
    .map((line) => ({
      key: text(line, 'key'),
      stream: text(line, 'stream'),
      rate: number(line, 'rate'),
      meaning: text(line, 'meaning'),
      source: text(line, 'source'),
      year: number(line, 'year'),
    }))
})

/** The European List of Waste, as far as it names what we handle: only for "what it would have been". */
export const wasteCodes = once((): ReadonlyMap<string, WasteCodeRow> => {
  const rows = lines('ewc.csv').map((line) => ({
    ewc_code: text(line, 'ewc_code'),
    hazardous: line['hazardous'] === 'yes',
    description_en: text(line, 'description_en'),
  }))
  return new Map(rows.map((row) => [row.ewc_code, row]))
})

function weightRow(line: Line): WeightRow {
  const low = optionalGrams(line['kg_low'])
  const high = optionalGrams(line['kg_high'])
  const typical = optionalGrams(line['kg_typical']) ?? middle(low, high)
  if (typical === undefined) throw new Error(`weights: ${line['item_key']} is marked verified and has no value`)
  return {
    item_key: text(line, 'item_key'),
    unit: text(line, 'unit') as WeightRow['unit'],
    low_g: low ?? null,
    typ_g: typical,
    high_g: high ?? null,
    label: { it: text(line, 'label_it'), en: text(line, 'label_en') },
    source: text(line, 'source'),
  }
}

function factorRow(line: Line): FactorRow {
  return {
    material_key: text(line, 'material_key'),
    kind: text(line, 'kind'),
    kgco2e_per_kg: number(line, 'factor_kgco2e_per_kg'),
    source: text(line, 'source'),
    source_year: number(line, 'source_year'),
    licence: text(line, 'licence'),
  }
}

function isVerified(line: Line) {
  return line['verified'] === 'yes'
}

function optionalGrams(kilograms: string | undefined) {
  return kilograms ? Math.round(Number(kilograms) * 1000) : undefined
}

function middle(low: number | undefined, high: number | undefined) {
  return low !== undefined && high !== undefined ? Math.round((low + high) / 2) : undefined
}

function text(line: Line, column: string) {
  const value = line[column]
  if (value === undefined) throw new Error(`reference data: no column ${column}`)
  return value
}

function number(line: Line, column: string) {
  const value = Number(text(line, column))
  if (Number.isNaN(value)) throw new Error(`reference data: ${column} is not a number in ${JSON.stringify(line)}`)
  return value
}

// The built server runs from another folder than this file, and both are started from the project root.
// Both line endings occur within one file.
function lines(file: string): Line[] {
  return parse(readFileSync(resolve('db/reference', file)), {
    columns: true,
    bom: true,
    record_delimiter: ['\r\n', '\n'],
  })
}

function once<T>(read: () => T): () => T {
  let kept: { value: T } | undefined
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}
