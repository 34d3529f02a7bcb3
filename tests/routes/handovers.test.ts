import { existsSync } from 'node:fs'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { scannedPath, scannedText } from '#app/domain/claims/handover-proof.ts'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { photoFile } from '#app/gateways/photo-store.server.ts'
import { action, loader } from '#app/routes/claims.$claimId_.handover/route.tsx'
import { loader as handoverLoader } from '#app/routes/handovers.$handoverId/route.tsx'
import {
  action as confirmAction,
  loader as confirmLoader,
} from '#app/routes/handovers.$handoverId_.confirmation/route.ts'
import { action as correctAction } from '#app/routes/handovers.$handoverId_.correction/route.tsx'
import { action as objectAction, loader as objectLoader } from '#app/routes/handovers.$handoverId_.objection/route.tsx'
import type { ClaimRow } from '#db/schema/claims.ts'
import { blankPng } from '../support/blank-png.ts'
import { codeOf, handOver, ledger, promisedBoards, record } from '../support/handover-steps.ts'
import { scalePicture } from '../support/scale-display.ts'
import { db, freshWorld, now, posted, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

type Fields = Record<string, string>
const context = { nonce: '', reference: '' }

async function typed(claim: ClaimRow, fields: Fields = {}): Promise<Fields> {
  const usual = {
    quantity: '8',
    weight: '23,4',
    tare: '',
    grade: 'A',
    device: '',
    condition: 'as_described',
    note: '',
    idempotency_key: newId(),
  }
  return { ...usual, code: await codeOf(claim.id), ...fields }
}

type Sent = { by?: string; photo?: File; proof?: File }

async function send(claim: ClaimRow, fields: Fields, { by = 'ada', photo, proof }: Sent = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  if (photo) body.set('photo', photo)
  if (proof) body.set('proof_photo', proof)
  const request = await signedInRequest(by, `/claims/${claim.id}/handover`, { method: 'POST', body })
  return action({ request, params: { claimId: claim.id }, context })
}

type Answer = { data: { errors?: Fields; refused?: string; typed: Fields }; init: { status: number } }
const asAnswer = (reply: unknown) => reply as Answer

async function load(of: (args: LoaderFunctionArgs) => Promise<unknown>, by: string, params: Record<string, string>) {
  const request = await signedInRequest(by, '/')
  return of({ request, params, context }).catch((thrown: unknown) => thrown)
}

describe('writing a handover down', () => {
  test('“23,4” with a comma is 23.400 g, and the donor goes on to the handover', async () => {
    const { claim } = await promisedBoards()
    const reply = (await send(claim, await typed(claim))) as Response
    const handover = await db.selectFrom('handovers').select('id').executeTakeFirstOrThrow()
    expect(reply.status).toBe(302)
    expect(reply.headers.get('Location')).toBe(`/handovers/${handover.id}`)
    expect(await db.selectFrom('weigh_records').select(['typ_g', 'grade']).execute()).toEqual([
      { typ_g: 23_400, grade: 'A' },
    ])
  })

  test('the tare is taken off', async () => {
    const { claim } = await promisedBoards()
    await send(claim, await typed(claim, { weight: '25,9 kg', tare: '2,5' }))
    expect(await db.selectFrom('weigh_records').select(['typ_g', 'tare_g']).execute()).toEqual([
      { typ_g: 23_400, tare_g: 2500 },
    ])
  })

  test('the picture of the scale is kept with the weighing, in every size', async () => {
    const { claim } = await promisedBoards()
    await send(claim, await typed(claim), { photo: await scalePicture() })
    const { photo_hash } = await db.selectFrom('weigh_records').select('photo_hash').executeTakeFirstOrThrow()
    expect(photo_hash).toMatch(/^[0-9a-f]{32}$/)
    for (const width of [320, 640, 1280, 1920])
      expect(existsSync(photoFile(`${photo_hash}-${width}.webp`) ?? '')).toBe(true)
  })

  test('a file that is no picture is said beside its field, and nothing is written', async () => {
    const { claim } = await promisedBoards()
    const reply = asAnswer(
      await send(claim, await typed(claim), { photo: new File(['peso: 23,4'], 'peso.jpg', { type: 'image/jpeg' }) }),
    )
    expect(reply.init.status).toBe(422)
    expect(reply.data.errors).toEqual({ photo: 'handovers.entry.errors.photo-not-a-photo' })
    expect(reply.data.typed['weight']).toBe('23,4')
    expect(await db.selectFrom('handovers').select('id').execute()).toEqual([])
  })

  const mistakes: [string, Fields, Fields][] = [
    [
      'more than was promised',
      { quantity: '9' },
      { quantity: 'handovers.entry.errors.more-than-promised?quantity=8%C2%A0pezzi' },
    ],
    ['half a board', { quantity: '7,5' }, { quantity: 'errors.not-whole?typed=7%2C5&symbol=' }],
    ['a weight with two meanings', { weight: '1.234' }, { weight: expect.stringContaining('errors.number-ambiguous') }],
    ['no weight', { weight: '' }, { weight: 'handovers.entry.errors.weight-missing' }],
    ['a tare heavier than the whole', { tare: '30' }, { tare: 'handovers.entry.errors.tare-too-big' }],
    ['neither code nor picture', { code: '' }, { code: 'handovers.entry.errors.code-or-photo' }],
    ['no grade', { grade: '' }, { grade: 'errors.choose' }],
    ['a state nobody knows', { condition: 'perfect' }, { condition: 'errors.choose' }],
  ]
  test.each(mistakes)('%s is said beside its field, and what was typed stays', async (_what, fields, errors) => {
    const { claim } = await promisedBoards()
    const sent = await typed(claim, fields)
    const reply = asAnswer(await send(claim, sent))
    expect(reply.init.status).toBe(422)
    expect(reply.data.errors).toEqual(errors)
    expect(reply.data.typed).toEqual(sent)
    expect(await db.selectFrom('handovers').select('id').execute()).toEqual([])
  })

  test('grade E asks for no number', async () => {
    const { claim } = await promisedBoards()
    await send(claim, await typed(claim, { grade: 'E', weight: '' }))
    expect(await db.selectFrom('weigh_records').select(['typ_g', 'grade']).execute()).toEqual([
      { typ_g: null, grade: 'E' },
    ])
  })

  test('a wrong code says how many tries are left, keeps no picture, and stays counted', async () => {
    const { claim } = await promisedBoards()
    const reply = asAnswer(await send(claim, await typed(claim, { code: 'WRONG2' }), { photo: await scalePicture() }))
    expect(reply.init.status).toBe(422)
    expect(reply.data.errors).toEqual({ code: 'handovers.entry.errors.wrong-code?count=9' })
    expect(await db.selectFrom('handover_codes').select('wrong_tries').executeTakeFirst()).toEqual({ wrong_tries: 1 })
  })

  test('a second form for the same claim is a refusal', async () => {
    const { claim } = await promisedBoards()
    await record(claim)
    const reply = asAnswer(await send(claim, await typed(claim)))
    expect([reply.init.status, reply.data.refused]).toEqual([409, 'already-recorded'])
  })

  test('whoever takes has no code to ask for, and a stranger finds nothing', async () => {
    const { claim } = await promisedBoards()
    expect(await load(loader, 'bruno', { claimId: claim.id })).toMatchObject({
      meeting: { side: 'taker', has_code: false, other: 'Ada F.' },
    })
    expect(await load(loader, 'gina', { claimId: claim.id })).toMatchObject({ init: { status: 404 } })
    expect(await send(claim, await typed(claim), { by: 'gina' }).catch((thrown: unknown) => thrown)).toMatchObject({
      init: { status: 404 },
    })
  })

  test('the code of a scanned address is already in its field', async () => {
    const { claim } = await promisedBoards()
    const request = await signedInRequest('ada', `/claims/${claim.id}/handover?code=K7M4Q2`)
    expect(await loader({ request, params: { claimId: claim.id }, context })).toMatchObject({
      code: 'K7M4Q2',
      meeting: { side: 'giver', other: 'Bruno S.' },
      weight: { typ: 108_000 },
    })
  })

  test('what a phone’s own camera opens holds the proof as a scan', async () => {
    const { claim } = await promisedBoards()
    const proof = await proofOfClaim(db, claim.id, 'taker')
    const request = await signedInRequest('ada', scannedPath(claim.id, proof?.tag ?? ''))
    const { code } = (await loader({ request, params: { claimId: claim.id }, context })) as { code: string }
    expect(code).toBe(scannedText(claim.id, proof?.tag ?? ''))
    await send(claim, await typed(claim, { code }))
    expect(await db.selectFrom('handovers').select('code_given').execute()).toEqual([{ code_given: 'scanned' }])
  })

  test('a picture stands in for who is not there, and is kept; whoever takes may send one too', async () => {
    const { claim } = await promisedBoards()
    const proof = await scalePicture()
    const reply = (await send(claim, await typed(claim, { code: '' }), { by: 'bruno', proof })) as Response
    expect(reply.status).toBe(302)
    const written = await db.selectFrom('handovers').selectAll().executeTakeFirstOrThrow()
    expect(written).toMatchObject({ recorded_side: 'taker', code_given: null })
    expect(existsSync(photoFile(`${written.proof_photo_hash}-320.webp`) ?? '')).toBe(true)
    expect(await load(handoverLoader, 'ada', { handoverId: written.id })).toMatchObject({ may: { answer: true } })
  })

  test('with both pictures, each is kept in its place', async () => {
    const { claim } = await promisedBoards()
    const photo = await scalePicture()
    const proof = new File([blankPng(40, 30)], 'scaffali.png', { type: 'image/png' })
    await send(claim, await typed(claim), { photo, proof })
    const { proof_photo_hash } = await db.selectFrom('handovers').selectAll().executeTakeFirstOrThrow()
    const { photo_hash } = await db.selectFrom('weigh_records').select('photo_hash').executeTakeFirstOrThrow()
    expect(proof_photo_hash).not.toBeNull()
    expect(photo_hash).not.toBe(proof_photo_hash)
  })

  test('a flaw is said beside the picture that has it', async () => {
    const { claim } = await promisedBoards()
    const proof = new File(['niente'], 'prova.jpg', { type: 'image/jpeg' })
    const reply = asAnswer(await send(claim, await typed(claim), { photo: await scalePicture(), proof }))
    expect(reply.data.errors).toEqual({ proof_photo: 'handovers.entry.errors.photo-not-a-photo' })
  })

  test('what a phone sends later says when it happened', async () => {
    const { claim } = await promisedBoards({}, { confirmed_at: later(now, { days: -2 }) })
    const happened_at = later(new Date().toISOString(), { minutes: -50 })
    await send(claim, await typed(claim, { happened_at, sent_at_phone: new Date().toISOString(), wrong_tries: '1' }))
    expect(await db.selectFrom('handovers').select('happened_at').execute()).toEqual([{ happened_at }])
  })

  test('no loader ever gives the giver the code itself', async () => {
    const { claim } = await promisedBoards()
    expect(JSON.stringify(await load(loader, 'ada', { claimId: claim.id }))).not.toContain(await codeOf(claim.id))
  })
})

describe('answering it', () => {
  async function recorded() {
    const { claim } = await promisedBoards()
    const outcome = await record(claim)
    if (!('handover' in outcome)) throw new Error(JSON.stringify(outcome))
    return outcome.handover
  }
  const post = async (by: string, fields: Fields = {}) => signedInRequest(by, '/', posted(fields))

  test('the taker is asked, the giver waits, a stranger finds nothing', async () => {
    const { id: handoverId } = await recorded()
    expect(await load(handoverLoader, 'bruno', { handoverId })).toMatchObject({
      may: { answer: true },
      weight: { typ_g: 23_400 },
      giver: 'Ada F.',
    })
    expect(await load(handoverLoader, 'ada', { handoverId })).toMatchObject({ may: { answer: false, record: true } })
    expect(await load(handoverLoader, 'gina', { handoverId })).toMatchObject({ init: { status: 404 } })
  })

  test('one click confirms; the page then says what was posted', async () => {
    const { id: handoverId } = await recorded()
    const reply = await confirmAction({ request: await post('bruno'), params: { handoverId }, context })
    expect(reply.headers.get('Location')).toBe(`/handovers/${handoverId}`)
    const [entry] = await ledger()
    expect(await load(handoverLoader, 'ada', { handoverId })).toMatchObject({
      entry: { seq: 1, hash: entry?.hash },
      handover: { state: 'confirmed' },
    })
  })

  test('opening the confirmation’s address confirms nothing', async () => {
    const { id: handoverId } = await recorded()
    expect(await load(confirmLoader, 'bruno', { handoverId })).toMatchObject({ status: 302 })
    expect(await ledger()).toEqual([])
  })

  test('the giver cannot confirm: the page says so', async () => {
    const { id: handoverId } = await recorded()
    const reply = await confirmAction({ request: await post('ada'), params: { handoverId }, context })
    expect(reply.status).toBe(302)
    expect(await ledger()).toEqual([])
  })

  test('an objection needs its reason', async () => {
    const { id: handoverId } = await recorded()
    expect(await load(objectLoader, 'bruno', { handoverId })).toMatchObject({ handoverId })
    const empty = await objectAction({ request: await post('bruno', { reason: ' ' }), params: { handoverId }, context })
    expect(asAnswer(empty).data.errors).toEqual({ reason: 'errors.required' })
    await objectAction({ request: await post('bruno', { reason: 'Erano sei' }), params: { handoverId }, context })
    expect(await db.selectFrom('handovers').select(['state', 'objection']).executeTakeFirst()).toEqual({
      state: 'objected',
      objection: 'Erano sei',
    })
  })

  test('a coordinator corrects; whoever is no coordinator finds no such page', async () => {
    const { claim } = await promisedBoards()
    const { handover } = await handOver(claim)
    const params = { handoverId: handover.id }
    const right = { weight: '20,5', grade: 'A', reason: 'weighed_later' }
    expect(
      await correctAction({ request: await post('ada', right), params, context }).catch((thrown: unknown) => thrown),
    ).toMatchObject({ init: { status: 404 } })
    const wrong = await correctAction({
      request: await post('dario', { ...right, weight: 'molto', reason: '' }),
      params,
      context,
    })
    expect(asAnswer(wrong).data.errors).toEqual({
      weight: expect.stringContaining('number-unreadable'),
      reason: 'errors.choose',
    })
    await correctAction({ request: await post('dario', right), params, context })
    expect((await ledger()).map((entry) => entry.sign * entry.typ_g)).toEqual([23_400, -23_400, 20_500])
    expect(await load(handoverLoader, 'bruno', params)).toMatchObject({
      weight: { typ_g: 20_500 },
      corrections: [{ reason: 'weighed_later' }],
    })
  })
})
