import { expect, test } from 'vitest'
import { patternOf, patterns } from '../support/every-page.ts'

test.each([
  ['_index', '/'],
  ['claims._index', '/claims'],
  ['claims.$claimId_.pickups.new', '/claims/$claimId/pickups/new'],
  ['pickups.$pickupId[.]ics', '/pickups/$pickupId.ics'],
])('the folder %s answers at %s', (folder, pattern) => expect(patternOf(folder)).toBe(pattern))

test('files and pure nouns are no pages', () => {
  expect(patterns()).toContain('/listings/$listingId/claims/new')
  expect(patterns()).not.toContain('/catalogue/$file')
})
