import { afterEach, expect, test, vi } from 'vitest'
import { duration, run, step } from '#scripts/first-run.mjs'

afterEach(() => vi.restoreAllMocks())

test('time is told as people tell it', () => {
  expect(duration(400)).toBe('0 s')
  expect(duration(59_400)).toBe('59 s')
  expect(duration(125_000)).toBe('2 min 5 s')
})

test('a step says what it does and how it ended', async () => {
  const said = listen()
  expect(await step('build', () => 'built')).toBe('built')
  await expect(step('migrate', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(said.join('')).toMatch(/… build[\s\S]*✓ build, 0 s[\s\S]*… migrate[\s\S]*✗ migrate, 0 s/)
})

test('a program that fails says why', async () => {
  const script = "console.error('the disk is full'); process.exit(3)"
  await expect(run(process.execPath, ['-e', script])).rejects.toThrow(/ended with 3\n.*the disk is full/s)
})

test('what a program prints comes back', async () => {
  expect(await run(process.execPath, ['-e', 'console.log(process.env.LOT)'], { env: { LOT: 'oak' } })).toBe('oak\n')
})

/** Everything written to the console, kept instead of shown. */
function listen() {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => said.push(String(words)) > 0)
  vi.spyOn(console, 'log').mockImplementation((words) => void said.push(`${words}\n`))
  return said
}
