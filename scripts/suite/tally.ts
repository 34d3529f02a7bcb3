import { existsSync, readFileSync } from 'node:fs'

export type Tally = { passed: number; failed: number }

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/**
 * The figures of one vitest run from its JSON report. A file that failed before its first test counts as one
 * failure, and so does a run that says it failed while no test of it did.
 */
export function readReport(file: string, clean: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report: Report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + broken.length
  return { passed: report.numPassedTests, failed: failed === 0 && !clean ? 1 : failed }
}
