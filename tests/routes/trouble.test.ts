import { beforeEach, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { action, loader } from '#app/routes/claims.$claimId_.trouble/route.tsx'
import {
  clockAt,
  context,
  db,
  freshWorld,
  given,
  type Neighbour,
  now,
  posted,
  signedInRequest,
} from '../support/world.ts'

beforeEach(freshWorld)

async function agreed() {
  const lot = await given.listing()
  const claim = await given.claim({ listing_id: lot.id, state: 'scheduled' })
  await given.pickup([claim.id], { state: 'confirmed' })
  return claim.id
}
const asked = async (who: Neighbour, claimId: string, fields?: Record<string, string>) => ({
  request: await signedInRequest(who, `/claims/${claimId}/trouble`, fields ? posted(fields) : {}),
  params: { claimId },
  context,
})
const state = async () => ({
  ...(await db.selectFrom('pickups').select(['state', 'end_reason']).executeTakeFirst()),
  claim: (await db.selectFrom('claims').select('state').executeTakeFirst())?.state,
})

test.each(['refused_condition', 'no_access'])(
  'a pickup that failed for %s leaves the claim standing',
  async (trouble) => {
    const id = await agreed()
    await action(await asked('bruno', id, { trouble }))
    expect(await state()).toEqual({ state: 'confirmed', end_reason: null, claim: 'scheduled' })
    clockAt(later(now, { days: 1, minutes: 5 }))
    expect(await loader(await asked('bruno', id))).toMatchObject({ claimId: id })
    await expect(loader(await asked('ada', id))).rejects.toMatchObject({ init: { status: 404 } })
    await action(await asked('ada', id, { trouble }))
    expect(await state()).toMatchObject({ state: 'confirmed' })
    expect(await action(await asked('bruno', id, { trouble: 'pioveva' }))).toMatchObject({ init: { status: 422 } })
    await action(await asked('bruno', id, { trouble }))
    expect(await state()).toEqual({ state: 'failed', end_reason: trouble, claim: 'confirmed' })
    const told = await db
      .selectFrom('notices')
      .select(['kind', 'member_id'])
      .where('kind', '=', 'pickup-failed')
      .execute()
    expect(told).toEqual([{ kind: 'pickup-failed', member_id: 'ada' }])
  },
)
