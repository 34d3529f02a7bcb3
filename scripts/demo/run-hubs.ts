import { openDoors } from './hub-slots.ts'
import type { World } from './lives.ts'
import { keepStock } from './stock.ts'

/** The inside of the two hubs as it stands today: what lies where, and who is expected. */
export async function runHubs(world: World, hubs: { oz: string; quadraro: string }) {
  await keepStock(world)
  await openDoors(world.db, hubs, world)
}
