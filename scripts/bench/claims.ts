import { fillCrowd } from './claim-crowd.ts'
import { claimRate } from './claim-rate.ts'
import { postgresStore, sqliteStore } from './claim-stores.ts'
import { promotionDelay } from './promotion-delay.ts'

/** Claims per second and how soon the next in line is told, on both databases as an installation runs them. */
export async function run() {
  for (const start of [sqliteStore, postgresStore]) {
    const store = await start(fillCrowd)
    try {
      await claimRate(store, 'fair_window')
      await claimRate(store, 'first_come')
      await promotionDelay(store)
    } finally {
      await store.stop()
    }
  }
}
