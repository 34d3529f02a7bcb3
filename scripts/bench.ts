/** `npm run bench -- photos`, `-- pages`, `-- claims` or `-- alerts`: one JSON line per figure, beside what the machine can do at most. */
const benches: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  photos: () => import('./bench/photos.ts'),
  pages: () => import('./bench/pages.ts'),
  claims: () => import('./bench/claims.ts'),
  alerts: () => import('./bench/alerts.ts'),
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !benches[name])
if (unknown.length > 0 || names.length === 0) {
  console.error(`Say what to measure: ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
} else {
  for (const name of names) await (await benches[name]?.())?.run()
}

export {}
