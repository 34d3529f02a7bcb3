import { beforeEach, describe, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { flashOf } from '#app/http/flash.server.ts'
import { loader as claimLoader } from '#app/routes/claims.$claimId/route.tsx'
import { action as report, loader as reportLoader } from '#app/routes/claims.$claimId_.no-show/route.tsx'
import { loader as memberLoader } from '#app/routes/members.$memberId/route.tsx'
import { action as contest, loader as contestLoader } from '#app/routes/no-shows.$noShowId.contest/route.tsx'
import { action as decide, loader as decideLoader } from '#app/routes/no-shows.$noShowId.decision/route.tsx'
import { clockAt, context, db, freshWorld, given, now, posted, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

type Door = (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<unknown>
type Page = Record<string, unknown>

/** What a door answers, thrown or not. */
async function at(door: unknown, who: string, params: Record<string, string>, init?: RequestInit) {
  const request = await signedInRequest(who, '/', init)
  return (door as Door)({ request, params, context }).catch((thrown: unknown) => thrown)
}

/** The sentence a redirect leaves, and where it leads. */
async function said(reply: unknown) {
  const { headers } = reply as Response
  const request = new Request('http://localhost:3000/', { headers: { cookie: headers.get('Set-Cookie') ?? '' } })
  const { flash } = await flashOf(request)
  return { to: headers.get('Location'), message: flash?.message, tone: flash?.tone }
}

const status = (reply: unknown) => (reply as { init: { status: number } }).init.status

async function missed(ends_at = later(now, { hours: -1 })) {
  const lot = await given.listing()
  const claim = await given.claim({ listing_id: lot.id, state: 'scheduled' })
  const times = { starts_at: later(ends_at, { hours: -1 }), ends_at, confirmed_by: 'ada', confirmed_at: now }
  await given.pickup([claim.id], { state: 'confirmed', ...times })
  return claim
}

async function reported() {
  const claim = await missed()
  await at(report, 'ada', { claimId: claim.id }, posted({ absent: 'claimant', note: '' }))
  const { id } = await db.selectFrom('no_shows').select('id').executeTakeFirstOrThrow()
  return { claim, noShowId: id }
}

describe('the page that says nobody came', () => {
  test('opens once the time is over, to those concerned alone', async () => {
    const coming = await missed(later(now, { minutes: 1 }))
    expect((await at(reportLoader, 'ada', { claimId: coming.id })) as Response).toMatchObject({ status: 302 })
    const claim = await missed()
    expect(await at(reportLoader, 'ada', { claimId: claim.id })).toMatchObject({
      page: { may: { claimant: true, donor: false }, lots: 1, claimant: 'Bruno S.' },
    })
    expect(await at(reportLoader, 'dario', { claimId: claim.id })).toMatchObject({
      page: { may: { claimant: true, donor: true } },
    })
    expect(status(await at(reportLoader, 'gina', { claimId: claim.id }))).toBe(404)
  })

  test('a coordinator who names nobody is asked who, and what was typed stays', async () => {
    const claim = await missed()
    const reply = await at(report, 'dario', { claimId: claim.id }, posted({ note: 'Portone chiuso.' }))
    expect(status(reply)).toBe(422)
    expect(reply).toMatchObject({ data: { errors: { absent: 'errors.choose' }, typed: { note: 'Portone chiuso.' } } })
  })

  test('sent twice, the second says so and changes nothing', async () => {
    const claim = await missed()
    const send = () => at(report, 'ada', { claimId: claim.id }, posted({ absent: 'claimant', note: '' }))
    expect(await said(await send())).toEqual({
      to: `/claims/${claim.id}`,
      message: 'noShows.report.done',
      tone: 'done',
    })
    expect(await said(await send())).toMatchObject({ message: 'noShows.refusals.already-reported', tone: 'fail' })
  })
})

describe('contesting and deciding from the pages', () => {
  test('the claim’s page offers the way to contest to the absent one, in time', async () => {
    const { claim, noShowId } = await reported()
    const seen = async (who: string) => (await at(claimLoader, who, { claimId: claim.id })) as Page
    expect((await seen('bruno'))['no_show']).toMatchObject({ state: 'reported', may: { contest: true, decide: false } })
    expect((await seen('ada'))['no_show']).toMatchObject({ may: { contest: false, decide: false } })
    expect(await at(contestLoader, 'bruno', { noShowId })).toMatchObject({ noShow: { title: 'Tavole di abete' } })
    clockAt(later(now, { days: 7 }))
    expect((await seen('bruno'))['no_show']).toMatchObject({ may: { contest: false } })
    const late = await at(contest, 'bruno', { noShowId }, posted({ text: 'Ero lì.' }))
    expect(await said(late)).toMatchObject({ message: 'noShows.refusals.too-late', tone: 'fail' })
  })

  test('from two accounts to a decision both can read', async () => {
    const { claim, noShowId } = await reported()
    expect(status(await at(contest, 'bruno', { noShowId }, posted({ text: ' ' })))).toBe(422)
    await at(contest, 'bruno', { noShowId }, posted({ text: 'Ero al portone.' }))
    expect(status(await at(decideLoader, 'ada', { noShowId }))).toBe(404)
    expect(await at(decideLoader, 'dario', { noShowId })).toMatchObject({
      noShow: { reported: { name: 'Ada F.', text: '' }, contested: { name: 'Bruno S.', text: 'Ero al portone.' } },
    })
    const answer = { decision: 'struck', note: 'La foto lo mostra.' }
    expect(await said(await at(decide, 'dario', { noShowId }, posted(answer)))).toMatchObject({
      to: `/claims/${claim.id}`,
      message: 'noShows.decision.done',
    })
    expect(await said(await at(decide, 'dario', { noShowId }, posted(answer)))).toMatchObject({
      message: 'noShows.refusals.already-decided',
    })
    for (const who of ['ada', 'bruno'])
      expect(await at(claimLoader, who, { claimId: claim.id })).toMatchObject({
        no_show: { state: 'struck', contest_note: 'Ero al portone.', decision_note: 'La foto lo mostra.' },
      })
  })

  test('how reliable somebody is stands beside their claim, and on no public page', async () => {
    const { claim } = await reported()
    expect(await at(claimLoader, 'ada', { claimId: claim.id })).toMatchObject({
      other: { reliability: { missed: 1, word: 'seldom' } },
    })
    expect(await at(claimLoader, 'bruno', { claimId: claim.id })).toMatchObject({
      other: { reliability: { word: 'new' } },
    })
    expect(JSON.stringify(await at(memberLoader, 'ada', { memberId: 'bruno' }))).not.toMatch(/missed|reliab|seldom/)
  })
})
