import { expect, test } from 'vitest'
import { ChoicesAsk } from '#app/domain/notifications/choices-ask.ts'
import { mannerOf, noticeKinds } from '#app/domain/notifications/notice.ts'
import { nextDigest, outOfQuiet, usualRhythm } from '#app/domain/notifications/rhythm.ts'
import { topics } from '#app/domain/notifications/topic.ts'
import { screen } from '../support/notice-choices.ts'

test('every kind has a topic, and every topic a kind', () => {
  expect(new Set(noticeKinds.map((kind) => mannerOf(kind).topic))).toEqual(new Set(topics))
})

test.each([
  ['an afternoon', '2026-11-24T14:00:00.000Z', {}, '2026-11-24T14:00:00.000Z'],
  ['late in the evening', '2026-11-24T21:30:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['before dawn', '2026-11-25T04:00:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['their first minute', '2026-11-24T21:00:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['their last', '2026-11-25T06:00:00.000Z', {}, '2026-11-25T06:00:00.000Z'],
  ['summer', '2026-07-24T21:30:00.000Z', {}, '2026-07-25T05:00:00.000Z'],
  ['the night that springs forward', '2026-03-29T00:30:00.000Z', {}, '2026-03-29T05:00:00.000Z'],
  ['the night that falls back', '2026-10-24T23:30:00.000Z', {}, '2026-10-25T06:00:00.000Z'],
  ['a siesta', '2026-11-24T13:00:00.000Z', { quiet_from: '13:30', quiet_to: '16:00' }, '2026-11-24T15:00:00.000Z'],
  [
    'no quiet at all',
    '2026-11-25T00:00:00.000Z',
    { quiet_from: '22:00', quiet_to: '22:00' },
    '2026-11-25T00:00:00.000Z',
  ],
])('quiet hours, %s', (_, instant, rhythm, out) => {
  expect(outOfQuiet(instant, { ...usualRhythm, ...rhythm })).toBe(out)
})

test.each([
  ['before eight', '2026-11-24T05:00:00.000Z', 8, '2026-11-24T07:00:00.000Z'],
  ['at eight', '2026-11-24T07:00:00.000Z', 8, '2026-11-25T07:00:00.000Z'],
  ['a moment before eight', '2026-11-24T06:59:30.000Z', 8, '2026-11-25T07:00:00.000Z'],
  ['asked for at night', '2026-11-24T09:00:00.000Z', 23, '2026-11-25T06:00:00.000Z'],
  ['asked for at night, at night', '2026-11-24T22:30:00.000Z', 23, '2026-11-25T06:00:00.000Z'],
  ['across the change of the clock', '2026-10-24T10:00:00.000Z', 8, '2026-10-25T07:00:00.000Z'],
])('the next digest, %s', (_, instant, digest_hour, leaves) => {
  expect(nextDigest(instant, { ...usualRhythm, digest_hour })).toBe(leaves)
})

test.each([
  [{ quiet_from: '25:00' }, 'quiet_from'],
  [{ quiet_to: 'sera' }, 'quiet_to'],
  [{ digest_hour: '24' }, 'digest_hour'],
  [{ turn_mail: 'often' }, 'turn_mail'],
])('a screen sent with %j is refused at that field', (wrong, field) => {
  const read = ChoicesAsk.safeParse(screen(wrong))
  expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field])
})
