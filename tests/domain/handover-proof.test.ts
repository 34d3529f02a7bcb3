import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeAlphabet, codeLength } from '#app/domain/claims/handover-code.ts'
import { proofFor, readGiven, scannedPath, scannedText, toBase64 } from '#app/domain/claims/handover-proof.ts'
import { tells, verifierFor } from '#app/domain/claims/handover-verifier.ts'
import { momentOf } from '#app/domain/handovers/handover-time.ts'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'

const secret = toBase64(new Uint8Array(32).fill(7))
const claim = '01931c5a-0000-7000-8000-000000000001'

describe('a claim’s codes', () => {
  test('are the same whenever they are made, and say nothing of each other', async () => {
    const taker = await proofFor(secret, claim, 'taker')
    expect(taker).toEqual(await proofFor(secret, claim, 'taker'))
    expect(taker.code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
    expect(taker.tag).toMatch(/^[\w-]{22}$/)
    const others = [
      await proofFor(secret, claim, 'giver'),
      await proofFor(secret, newId(), 'taker'),
      await proofFor(toBase64(new Uint8Array(32).fill(8)), claim, 'taker'),
    ]
    for (const other of others) {
      expect(other.code).not.toBe(taker.code)
      expect(other.tag).not.toBe(taker.tag)
    }
  })

  test('use every letter of the alphabet about equally', async () => {
    const seen = new Map<string, number>()
    for (let at = 0; at < 2000; at += 1)
      for (const letter of (await proofFor(secret, `claim-${at}`, 'taker')).code)
        seen.set(letter, (seen.get(letter) ?? 0) + 1)
    const usual = (2000 * codeLength) / codeAlphabet.length
    expect([...seen.keys()].sort().join('')).toBe([...codeAlphabet].sort().join(''))
    for (const count of seen.values()) expect(Math.abs(count - usual) / usual).toBeLessThan(0.25)
  })

  test('are read however they come in', async () => {
    const { code, tag } = await proofFor(secret, claim, 'taker')
    const scanned = { how: 'scanned', claim_id: claim, tag }
    expect(readGiven(scannedText(claim, tag))).toEqual(scanned)
    expect(readGiven(`https://rimessa.example${scannedPath(claim, tag)}`)).toEqual(scanned)
    expect(readGiven(`https://rimessa.example/claims/${claim}/handover?code=${code}`)).toEqual({ how: 'typed', code })
    expect(readGiven(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)} `)).toEqual({ how: 'typed', code })
    expect(readGiven(`R1.${claim}.short`)).toMatchObject({ how: 'typed' })
  })

  test('nothing that can be typed or scanned breaks the reading of it', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => ['typed', 'scanned'].includes(readGiven(text).how)))
  })
})

describe('a phone without a network', () => {
  const fast = async () => {
    const proof = await proofFor(secret, claim, 'taker')
    return { proof, verifier: await verifierFor(claim, 'taker', proof, 10) }
  }

  test('knows the right code from ten thousand wrong ones, and holds none of it', async () => {
    const { proof, verifier } = await fast()
    for (const text of [proof.code, scannedText(claim, proof.tag), `http://a.it${scannedPath(claim, proof.tag)}`])
      expect((await tells(verifier, text)).is_right, text).toBe(true)
    const said = JSON.stringify(verifier)
    expect(said).not.toContain(proof.code)
    expect(said).not.toContain(proof.tag)
    let wrong = 0
    for (let at = 0; at < 5000; at += 1) {
      const other = await proofFor(secret, `other-${at}`, 'taker')
      for (const text of [other.code, scannedText(claim, other.tag)])
        wrong += (await tells(verifier, text)).is_right ? 0 : 1
    }
    expect(wrong).toBe(10_000)
  }, 60_000)

  test('is not fooled by the code of another claim or of the other side', async () => {
    const { proof, verifier } = await fast()
    const giver = await proofFor(secret, claim, 'giver')
    for (const text of [giver.code, scannedText(claim, giver.tag), scannedText(newId(), proof.tag), '', 'R1..'])
      expect((await tells(verifier, text)).is_right, text).toBe(false)
  })

  test('has to work as hard as we say for each guess', async () => {
    const { typed } = await verifierFor(claim, 'taker', await proofFor(secret, claim, 'taker'))
    expect(typed.iterations).toBe(200_000)
  })
})

describe('when it happened', () => {
  const now = '2026-11-25T12:00:00.000Z'
  const promised = later(now, { days: -1 })

  test('is now, unless a phone says that it was before', () => {
    expect(momentOf({}, now, promised)).toEqual({ happened_at: now, shift_ms: 0 })
    const happened_at = later(now, { hours: -3 })
    expect(momentOf({ happened_at }, now, promised)).toEqual({ happened_at, shift_ms: 0 })
    expect(momentOf({ happened_at, sent_at_phone: later(now, { minutes: -1 }) }, now, promised)).toEqual({
      happened_at,
      shift_ms: 0,
    })
  })

  test.each([
    ['an hour fast', 60],
    ['a day slow', -1440],
    ['three minutes fast', 3],
  ])('is shifted by as much as the phone’s clock is wrong: %s', (_how, minutes) => {
    const truly = later(now, { hours: -2 })
    const said = { happened_at: later(truly, { minutes }), sent_at_phone: later(now, { minutes }) }
    expect(momentOf(said, now, promised)).toEqual({ happened_at: truly, shift_ms: -minutes * 60_000 })
  })

  test('is refused, never moved, where it lies ahead or before the promise', () => {
    expect(momentOf({ happened_at: later(now, { minutes: 1 }) }, now, promised)).toEqual({ refused: 'not-yet' })
    const ahead = { happened_at: later(now, { minutes: 90 }), sent_at_phone: later(now, { minutes: 60 }) }
    expect(momentOf(ahead, now, promised)).toEqual({ refused: 'not-yet' })
    expect(momentOf({ happened_at: later(promised, { minutes: -1 }) }, now, promised)).toEqual({
      refused: 'before-promise',
    })
  })
})
