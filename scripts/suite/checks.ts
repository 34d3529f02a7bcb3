import { run, step, tsx } from '#scripts/first-run.mjs'

export type Check = { name: string; command: string; args: string[] }

const biome = (verb: string): string[] => [
  'biome',
  verb,
  '--config-path=scripts/biome.config.json',
  '--max-diagnostics=50',
]

/** What must hold before anything runs, in the order of how soon it answers. */
export const checks: Check[] = [
  { name: 'format', command: 'npx', args: biome('format') },
  { name: 'lint', command: 'npx', args: [...biome('lint'), '--error-on-warnings'] },
  { name: 'budgets', command: process.execPath, args: tsx('scripts/suite/budgets.ts') },
  { name: 'catalogue', command: process.execPath, args: tsx('scripts/suite/catalogue.ts') },
  { name: 'unused code', command: 'npx', args: ['knip', '--config', 'scripts/knip.config.json'] },
  { name: 'types', command: 'npx', args: ['tsc', '-p', '.'] },
]

/** One line when it holds; everything the tool said when it does not. */
export async function runCheck({ name, command, args }: Check): Promise<boolean> {
  try {
    await step(name, () => run(command, args))
    return true
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem)
    return false
  }
}
