import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReport } from '#scripts/suite/tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'rimessa-tally-'))

type Result = { name: string; status: string; message?: string; assertionResults: object[] }

function report(numPassedTests: number, testResults: Result[] = []) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify({ numPassedTests, testResults }))
  return file
}

const broken = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
const wrong = {
  name: 'b.test.ts',
  status: 'failed',
  assertionResults: [
    { fullName: 'counts boards', status: 'failed', failureMessages: ['7 is not 8'] },
    { fullName: 'counts doors', status: 'passed', failureMessages: [] },
  ],
}

test('a good run counts its tests', () => {
  expect(readReport(report(12), true)).toEqual({ passed: 12, faults: [] })
})

test('a failed test is named with what it said, and so is a file that broke before its first test', () => {
  expect(readReport(report(12, [broken, wrong]), false)).toEqual({
    passed: 12,
    faults: ['a.test.ts\nno such module', 'b.test.ts: counts boards\n7 is not 8'],
  })
})

test('a run that failed outside of its tests is never green', () => {
  expect(readReport(report(12), false)).toMatchObject({ passed: 12, faults: [expect.any(String)] })
  expect(readReport(join(folder, 'nothing.json'), true)).toMatchObject({ passed: 0, faults: [expect.any(String)] })
})
