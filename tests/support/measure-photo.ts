import { preparePhoto } from '#app/gateways/photo-prepare.server.ts'

/** Run as a process of its own: prepares the photo named on the command line and says what that took. */
const before = performance.now()
const outcome = await preparePhoto(process.argv[2] ?? '')
const milliseconds = Math.round(performance.now() - before)
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(JSON.stringify({ refused: 'refused' in outcome ? outcome.refused : null, milliseconds, megabytes }))
