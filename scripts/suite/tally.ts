import { existsSync, readFileSync } from 'node:fs'

/** `faults`: one for each failure, with its name and what it said. */
export type Tally = { passed: number; faults: string[] }

type Report = {
  numPassedTests: number
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[]
  }[]
}

/**
 * The figures of one vitest run from its JSON report. A file that failed outside of its tests counts as one
 * failure, and so does a run that says it failed while no test of it did.
 */
export function readReport(file: string, clean: boolean): Tally {
  if (!existsSync(file)) return { passed: 0, faults: [`no report was written to ${file}`] }
  const report: Report = JSON.parse(readFileSync(file, 'utf8'))
  const faults = report.testResults.flatMap((result) => {
    const failed = result.assertionResults.filter(({ status }) => status === 'failed')
    if (result.status === 'failed' && failed.length === 0) {
      return [`${result.name}\n${result.message ?? ''}`]
    }
    return failed.map((test) => `${result.name}: ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`)
  })
  if (faults.length === 0 && !clean) faults.push('the run says it failed, and no test of it did')
  return { passed: report.numPassedTests, faults }
}
