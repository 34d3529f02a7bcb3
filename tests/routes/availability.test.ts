import { beforeEach, expect, test } from 'vitest'
import { action as propose, loader as proposing } from '#app/routes/claims.$claimId_.pickups.new/route.tsx'
import { loader as page, action as say } from '#app/routes/listings.$listingId_.availability/route.tsx'
import { context, freshWorld, given, type Neighbour, posted, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

const week = { mon: '', tue: '', wed: '9–13', thu: '', fri: '', sat: '', sun: '' }
const asked = async (who: Neighbour, params: Record<string, string>, fields?: Record<string, string>, query = '') => ({
  request: await signedInRequest(who, `/listings/x/availability${query}`, fields ? posted(fields) : {}),
  params,
  context,
})
const locationOf = (reply: unknown) => (reply as Response).headers.get('Location')

test('a donor says when, and finds it again; what cannot be read comes back as typed', async () => {
  const { id: listingId } = await given.listing()
  expect(await page(await asked('ada', { listingId }))).toMatchObject({ may_say_place: true, said: { wed: '' } })
  const fields = { ...week, scope: 'lot', day_0: '2026-12-02', hours_0: '' }
  expect(locationOf(await say(await asked('ada', { listingId }, fields)))).toBe(`/listings/${listingId}/availability`)
  expect(await page(await asked('dario', { listingId }))).toMatchObject({
    said: { wed: '9–13', day_0: '2026-12-02', hours_0: '', scope: 'lot' },
  })
  expect(await say(await asked('ada', { listingId }, { ...fields, wed: 'mattina' }))).toMatchObject({
    data: { errors: { wed: 'errors.hours' }, typed: { wed: 'mattina', day_0: '2026-12-02' } },
    init: { status: 422 },
  })
  expect(await say(await asked('bruno', { listingId }, fields))).toMatchObject({ init: { status: 403 } })
  await expect(page(await asked('bruno', { listingId }))).rejects.toMatchObject({ init: { status: 404 } })
})

test('whoever comes to collect sees the times, picks one, or hears that nobody is there', async () => {
  const { id: listingId } = await given.listing()
  const { id: claimId } = await given.claim({ listing_id: listingId, state: 'confirmed' })
  expect(await proposing(await asked('bruno', { claimId }))).toMatchObject({ starts: [] })
  await say(await asked('ada', { listingId }, { ...week, scope: 'lot' }))
  const at = '2026-11-25T11:00'
  expect(await proposing(await asked('bruno', { claimId }, undefined, `?starts_at=${at}`))).toMatchObject({
    starts_at: at,
    starts: expect.arrayContaining(['2026-11-25T09:00', at, '2026-12-02T12:00']),
  })
  expect((await proposing(await asked('bruno', { claimId }, undefined, '?starts_at=2026-02-30T10:00'))).starts_at).toBe(
    '2026-11-25T10:00',
  )
  const ask = { minutes: '60', note: '' }
  const outside = await propose(await asked('bruno', { claimId }, { ...ask, starts_at: '2026-11-26T09:00' }))
  expect((outside as Response).headers.get('Set-Cookie')).toContain('flash=')
  const inside = await propose(await asked('bruno', { claimId }, { ...ask, starts_at: at }))
  expect((inside as Response).headers.get('Set-Cookie')).toBeNull()
  expect(locationOf(inside)).toBe(`/claims/${claimId}`)
  expect(await propose(await asked('bruno', { claimId }, { ...ask, starts_at: '2026-02-30T09:00' }))).toMatchObject({
    data: { errors: { starts_at: 'errors.date' } },
  })
})
