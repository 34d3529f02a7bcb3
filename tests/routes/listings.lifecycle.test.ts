import { beforeEach, describe, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { loader as approval, action as approve } from '#app/routes/listings.$listingId_.approval/route.tsx'
import { action as pause, loader as pausing } from '#app/routes/listings.$listingId_.pause/route.tsx'
import { loader as publication, action as publish } from '#app/routes/listings.$listingId_.publication/route.tsx'
import { action as refuse } from '#app/routes/listings.$listingId_.refusal/route.tsx'
import { action as renew } from '#app/routes/listings.$listingId_.renewal/route.tsx'
import { action as resume } from '#app/routes/listings.$listingId_.resumption/route.tsx'
import { action as withdraw, loader as withdrawal } from '#app/routes/listings.$listingId_.withdrawal/route.tsx'
import type { ListingRow } from '#db/schema/listings.ts'
import { context, db, freshWorld, given, type Neighbour, now, posted, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

type Fields = Record<string, string>
type Act = (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<unknown>
const location = (reply: unknown) => (reply as Response).headers.get('location')
const row = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function send(act: Act, id: string, noun: string, fields: Fields = {}, member: Neighbour = 'ada') {
  return act({
    request: await signedInRequest(member, `/listings/${id}/${noun}`, posted(fields)),
    params: { listingId: id },
    context,
  })
}
async function look<Page>(
  loader: (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<Page>,
  id: string,
  noun: string,
  member: Neighbour = 'ada',
) {
  return loader({
    request: await signedInRequest(member, `/listings/${id}/${noun}`),
    params: { listingId: id },
    context,
  })
}

async function ready(facts: Partial<ListingRow> = {}) {
  const lot = await given.listing({ state: 'draft', declared_at: null, ...facts })
  const photo = {
    id: `${lot.id}-cover`,
    listing_id: lot.id,
    position: 0,
    hash: 'a'.repeat(32),
    width: 1280,
    height: 960,
    thumbhash: '',
    alt: '',
  }
  await db
    .insertInto('photos')
    .values({ ...photo, added_by: lot.donor_id, added_at: now })
    .execute()
  return lot.id
}

describe('publishing', () => {
  const declared = { given_as: 'use', declared: '1' }

  test('shows the lot as others will see it, and who looks first', async () => {
    const page = await look(publication, await ready(), 'publication')
    expect(page).toMatchObject({
      missing: [],
      looks: ['new-donor'],
      email_verified: true,
      lot: { title: 'Tavole di abete', available: 40, area: 'Montesacro' },
    })
    expect(JSON.stringify(page)).not.toMatch(/Nomentana|41937412|41\.937412/)
  })

  test('names what is missing, and the page where it is asked', async () => {
    const lot = await given.listing({ state: 'draft', title: '', place_id: null })
    expect((await look(publication, lot.id, 'publication')).missing).toEqual(['photo', 'title', 'place'])
    expect(await send(publish, lot.id, 'publication', declared)).toMatchObject({
      init: { status: 409 },
      data: { refused: 'incomplete' },
    })
  })

  test('needs the declaration', async () => {
    const id = await ready()
    expect(await send(publish, id, 'publication', { given_as: 'use' })).toMatchObject({
      init: { status: 422 },
      data: { errors: { declared: 'errors.declare' } },
    })
    expect(await send(publish, id, 'publication', { given_as: 'waste' })).toMatchObject({
      init: { status: 409 },
      data: { refused: 'already-waste' },
    })
    expect((await row(id)).state).toBe('draft')
  })

  test('asks a firm what the goods are to it', async () => {
    const id = await ready({ donor_id: 'ivo' })
    const firm = { ...declared, organisation_id: 'edilferro' }
    expect(await send(publish, id, 'publication', firm, 'ivo')).toMatchObject({
      init: { status: 422 },
      data: { errors: { origin: 'errors.choose' } },
    })
    expect(location(await send(publish, id, 'publication', { ...firm, origin: 'unused_stock' }, 'ivo'))).toBe(
      `/listings/${id}`,
    )
    expect(await row(id)).toMatchObject({ organisation_id: 'edilferro', origin: 'unused_stock' })
  })

  test('goes to the lot’s page; a second time there is nothing left to publish', async () => {
    const id = await ready()
    expect(location(await send(publish, id, 'publication', declared))).toBe(`/listings/${id}`)
    await expect(look(publication, id, 'publication')).rejects.toSatisfy(
      (reply: Response) => location(reply) === `/listings/${id}`,
    )
  })

  test('goes to the lot by its code where nobody has to look first', async () => {
    const [before, id] = [await ready(), await ready()]
    await send(publish, before, 'publication', declared)
    await send(approve, before, 'approval', {}, 'dario')
    expect(location(await send(publish, id, 'publication', declared))).toBe('/listings/2611-002')
    expect(await row(id)).toMatchObject({ state: 'live', code: '2611-002' })
  })

  test('is nobody else’s', async () => {
    const id = await ready()
    await expect(look(publication, id, 'publication', 'bruno')).rejects.toMatchObject({ init: { status: 404 } })
    expect(await send(publish, id, 'publication', declared, 'bruno')).toMatchObject({ init: { status: 403 } })
  })
})

describe('withdrawing', () => {
  test('says how many people asked, tells each of them once, and calls their pickups off', async () => {
    const lot = await given.listing()
    const waiting = await given.claim({ listing_id: lot.id, claimant_id: 'gina', state: 'requested' })
    const scheduled = await given.claim({ listing_id: lot.id, state: 'scheduled', qty_wanted: 8 })
    const pickup = await given.pickup([scheduled.id], { state: 'confirmed' })
    expect(await look(withdrawal, lot.id, 'withdrawal')).toMatchObject({ asking: 2, is_draft: false })
    expect(location(await send(withdraw, lot.id, 'withdrawal'))).toBe(`/listings/${lot.id}`)
    expect(await row(lot.id)).toMatchObject({ state: 'closed', closed_reason: 'withdrawn', held: 0 })
    const claims = await db.selectFrom('claims').select(['id', 'state', 'end_reason']).orderBy('requested_at').execute()
    expect(claims.map(({ state, end_reason }) => [state, end_reason])).toEqual([
      ['superseded', 'withdrawn'],
      ['superseded', 'withdrawn'],
    ])
    expect(
      (await db.selectFrom('pickups').select('state').where('id', '=', pickup.id).executeTakeFirstOrThrow()).state,
    ).toBe('cancelled')
    const told = await db
      .selectFrom('notices')
      .select(['member_id', 'subject_id'])
      .where('kind', '=', 'claim-superseded')
      .execute()
    expect(told.map(({ subject_id }) => subject_id).sort()).toEqual([waiting.id, scheduled.id].sort())
  })

  test('is refused to others, and changes nothing', async () => {
    const lot = await given.listing()
    await expect(look(withdrawal, lot.id, 'withdrawal', 'bruno')).rejects.toMatchObject({ init: { status: 404 } })
    expect(await send(withdraw, lot.id, 'withdrawal', {}, 'bruno')).toMatchObject({ init: { status: 403 } })
    expect((await row(lot.id)).state).toBe('live')
  })
})

describe('pausing and renewing', () => {
  test('a pause and its end', async () => {
    const lot = await given.listing()
    await send(pause, lot.id, 'pause')
    expect((await row(lot.id)).state).toBe('paused')
    await expect(look(pausing, lot.id, 'pause')).rejects.toSatisfy(
      (reply: Response) => location(reply) === `/listings/${lot.id}/resumption`,
    )
    await send(resume, lot.id, 'resumption')
    expect((await row(lot.id)).state).toBe('live')
    expect(await send(resume, lot.id, 'resumption')).toMatchObject({
      init: { status: 409 },
      data: { refused: 'not-paused' },
    })
  })

  test('a lot that ran out opens again until the day given', async () => {
    const lot = await given.listing({ state: 'closed', closed_reason: 'expired', must_go_by: later(now, { days: -1 }) })
    expect(await send(renew, lot.id, 'renewal', { must_go_by: 'soon' })).toMatchObject({
      init: { status: 422 },
      data: { errors: { must_go_by: 'errors.date' } },
    })
    expect(await send(renew, lot.id, 'renewal', { must_go_by: '2026-11-01' })).toMatchObject({
      init: { status: 409 },
      data: { refused: 'deadline-passed' },
    })
    await send(renew, lot.id, 'renewal', { must_go_by: '2026-12-15' })
    expect(await row(lot.id)).toMatchObject({ state: 'live', must_go_by: '2026-12-15T22:59:00.000Z' })
  })
})

describe('a coordinator’s look', () => {
  const waiting = () => given.listing({ state: 'in_review', code: null })

  test('ends in a lot on show, or in a no with its reason', async () => {
    const [good, bad] = [await waiting(), await waiting()]
    expect(location(await send(approve, good.id, 'approval', {}, 'dario'))).toBe(`/listings/${good.id}`)
    expect(await row(good.id)).toMatchObject({ state: 'live', code: '2611-001' })
    expect(await send(refuse, bad.id, 'refusal', { reason: ' ' }, 'dario')).toMatchObject({
      init: { status: 422 },
      data: { errors: { reason: 'errors.required' } },
    })
    await send(refuse, bad.id, 'refusal', { reason: 'È cartongesso rotto.' }, 'dario')
    expect(await row(bad.id)).toMatchObject({ state: 'closed', closed_reason: 'refused' })
  })

  test.each(['ada', 'bruno'] as const)('does not exist for %s', async (member) => {
    const lot = await waiting()
    await expect(look(approval, lot.id, 'approval', member)).rejects.toMatchObject({ init: { status: 404 } })
    await expect(send(approve, lot.id, 'approval', {}, member)).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('is not for the coordinator of another hub', async () => {
    const lot = await waiting()
    await expect(look(approval, lot.id, 'approval', 'pia')).rejects.toMatchObject({ init: { status: 404 } })
    expect(await send(approve, lot.id, 'approval', {}, 'pia')).toMatchObject({ init: { status: 403 } })
  })
})
