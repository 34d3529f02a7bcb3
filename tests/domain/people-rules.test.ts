import { expect, test } from 'vitest'
import { Email } from '#app/domain/people/email.ts'
import { OrganisationAsk } from '#app/domain/people/organisation.ts'
import { isCommon, NewPassword } from '#app/domain/people/password.ts'
import { deviceOf, isSeenLongAgo } from '#app/domain/people/session.ts'
import { readVatNumber } from '#app/domain/people/vat-number.ts'
import { organisations } from '../support/neighbourhood.ts'

test.each([
  ['01234567897', '01234567897'],
  ['IT 0123 456 7897', '01234567897'],
  ['it12345678903', '12345678903'],
])('the VAT number %s is read as %s', (typed, digits) => {
  expect(readVatNumber(typed)).toBe(digits)
})

test.each(['01234567890', '0123456789', '012345678977', '00000000000', 'ABCDEFGHILM', ''])(
  '%s is no VAT number',
  (typed) => {
    expect(readVatNumber(typed)).toBeUndefined()
  },
)

test('one wrong digit, wherever it is, is noticed', () => {
  const right = '01234567897'
  for (let at = 0; at < 11; at++) {
    const wrong = right.slice(0, at) + ((Number(right[at]) + 1) % 10) + right.slice(at + 1)
    expect(readVatNumber(wrong), wrong).toBeUndefined()
  }
})

test('the neighbourhood has real VAT numbers', () => {
  for (const { vat_number } of organisations) if (vat_number) expect(readVatNumber(vat_number)).toBe(vat_number)
})

test('an organisation may have no VAT number, but not a wrong one', () => {
  const school = { organisation_name: ' Scuola Sestio ', organisation_kind: 'school' }
  expect(OrganisationAsk.parse({ ...school, vat_number: '' })).toEqual({
    organisation_name: 'Scuola Sestio',
    organisation_kind: 'school',
    vat_number: null,
  })
  expect(OrganisationAsk.safeParse({ ...school, vat_number: '01234567890' }).error?.issues[0]?.message).toBe(
    'people.errors.vat-number',
  )
})

test.each([
  'password123',
  'Password2026!',
  'ciaociaociao',
  '1234567890',
  'qwertyuiop',
  'aaaaaaaaaaaa',
  'forzaroma1927',
  'rimessarimessa',
])('the password %s is tried first by everybody', (password) => {
  expect(isCommon(password)).toBe(true)
})

test.each(['quattro travi dritte', 'Vx9-kk20-pollo', 'cavallo batteria graffetta'])(
  'the password %s will do',
  (password) => {
    expect(NewPassword.safeParse(password).success).toBe(true)
  },
)

test('nine characters are too few, whatever they are', () => {
  expect(NewPassword.safeParse('aB3$xY7!q').error?.issues[0]?.message).toBe('people.errors.password-short')
})

test('an address is kept in lower case, without the spaces around it', () => {
  expect(Email.parse('  Ada@Example.ORG ')).toBe('ada@example.org')
})

test.each([
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'a da@example.org',
  'ada@example.org,bruno@example.org',
  'ada@example..org',
])('%s is no address', (typed) => {
  expect(Email.safeParse(typed).success).toBe(false)
})

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/129.0 Safari/537.36 Edg/129.0', 'Edge, Windows'],
  ['curl/8.5', ''],
])('a browser that says %s is listed by its name', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})

test('a session is written down as used every six hours at most', () => {
  expect(isSeenLongAgo('2026-11-24T04:00:00.000Z', '2026-11-24T09:00:00.000Z')).toBe(false)
  expect(isSeenLongAgo('2026-11-24T02:00:00.000Z', '2026-11-24T09:00:00.000Z')).toBe(true)
})
