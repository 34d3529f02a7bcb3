import { expect, test } from 'vitest'
import { playSequences } from '../support/model/play.ts'

// A round trip to PostgreSQL for each statement makes two thousand of them a quarter of an hour there.
const usual = process.env['DATABASE_KIND'] === 'postgres' ? 250 : 2000
const runs = Number(process.env['CLAIM_SEQUENCES'] ?? usual)
// The same sequences for every change, so that a failure is that change's; others by CLAIM_SEED.
const seed = Number(process.env['CLAIM_SEED'] ?? 20_261_123)

/** In a thousand sequences at least so many: a test that refuses everything proves nothing. */
const least = {
  place: 1000,
  offer: 60,
  accept: 120,
  decline: 30,
  cancel: 60,
  propose: 120,
  'confirm-pickup': 40,
  record: 80,
  'confirm-handover': 80,
  raise: 80,
  lower: 80,
  pause: 40,
  renew: 80,
  report: 2,
  'close-window': 200,
  'open-to-all': 100,
  'lapse-offer': 50,
  'lapse-unscheduled': 50,
  'rescue-listing': 100,
  'expire-listing': 50,
  'settle-handover': 2,
  'served from requested': 300,
  'served from waitlisted': 40,
}

test(
  'whatever donors, claimants and coordinators do, in whatever order and however late the clocks, the claims stay fair',
  async () => {
    const tally = await playSequences({ runs, seed, path: process.env['CLAIM_PATH'] })
    process.stdout.write(`fair claims: ${runs} sequences, CLAIM_SEED=${seed}: ${tally}\n`)
    for (const [what, often] of Object.entries(least))
      expect(tally.done(what), `${what} was done`).toBeGreaterThanOrEqual(Math.floor((often * runs) / 1000))
  },
  120_000 + runs * 900,
)
