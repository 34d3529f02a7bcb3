import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReport } from '#scripts/suite/tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'rimessa-tally-'))

function report(
  numPassedTests: number,
  numFailedTests: number,
  testResults: { status: string; assertionResults: unknown[] }[] = [],
) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, testResults }))
  return file
}

test('a good run counts its tests', () => {
  expect(readReport(report(12, 0), true)).toEqual({ passed: 12, failed: 0 })
})

test('a file that broke before its first test is one failure', () => {
  expect(readReport(report(12, 1, [{ status: 'failed', assertionResults: [] }]), false)).toEqual({
    passed: 12,
    failed: 2,
  })
})

test('a run that failed outside of its tests is never green', () => {
  expect(readReport(report(12, 0), false)).toEqual({ passed: 12, failed: 1 })
  expect(readReport(join(folder, 'nothing.json'), true)).toEqual({ passed: 0, failed: 1 })
})
