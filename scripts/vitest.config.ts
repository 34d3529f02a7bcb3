import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { journeySecret } from '../tests/support/app-server.ts'

const stored = ['tests/domain/**/*.test.ts', 'tests/db/**/*.test.ts', 'tests/routes/**/*.test.ts']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    // Left to itself Vitest keeps one core idle: of two, half.
    maxWorkers: availableParallelism(),
    hookTimeout: 60_000,
    testTimeout: 30_000,
    // A second is not long where other tests run on the same processors.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      onDatabase('sqlite'),
      onDatabase('postgres'),
      {
        extends: true,
        test: {
          name: 'once',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: stored,
          env: { DATABASE_KIND: 'sqlite' },
          globalSetup: 'tests/support/template.ts',
          setupFiles: ['tests/support/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          env: { SESSION_SECRET: journeySecret },
          include: ['tests/journeys/**/*.spec.ts'],
          globalSetup: 'tests/support/journeys.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

/** The same tests, once on each database. */
function onDatabase(kind: 'sqlite' | 'postgres'): TestProjectConfiguration {
  return {
    extends: true,
    test: {
      name: kind,
      include: stored,
      env: { DATABASE_KIND: kind },
      globalSetup: 'tests/support/template.ts',
      setupFiles: ['tests/support/setup.ts'],
    },
  }
}
