import type { ListingRow } from '#db/schema/listings.ts'
import { dayInRome, endOfRomanDay, fromRome, later } from '../instant.ts'
import type { DraftChanges, StepReading, Typed } from './listing-draft.ts'

/** What a donor may choose, the usual one first. */
export const allocationRules = [
  'fair_window',
  'donor_picks',
  'first_come',
] as const satisfies readonly ListingRow['allocation_rule'][]

const lowest = -5
const highest = 60

/** The third step but for the place itself: the days, the way in, and who gets it. */
export function readPickupStep(typed: Typed, now: string): StepReading {
  const errors: StepReading['errors'] = {}
  const changes: DraftChanges = { ...readDays(typed, now, errors), ...readFloor(typed, errors) }
  for (const flag of ['has_lift', 'van_access', 'help_to_load'] as const) changes[flag] = typed[flag] === '1' ? 1 : 0
  return { changes: { ...changes, ...readRule(typed, now, errors) }, errors }
}

/** Who picks by hand needs no reserve: it is taken off. Two days unless told otherwise. */
function readRule(typed: Typed, now: string, errors: StepReading['errors']): DraftChanges {
  const allocation_rule = allocationRules.find((each) => each === typed['allocation_rule'])
  if (!allocation_rule) return {}
  if (allocation_rule === 'donor_picks' || typed['is_reserved'] !== '1')
    return { allocation_rule, reserved_until: null }
  const by = typed['must_go_by']?.trim() ?? ''
  const until = typed['reserved_until']?.trim() || dayInRome(later(now, { days: 2 }))
  if (!isDay(until)) errors['reserved_until'] = 'errors.date'
  else if (until < dayInRome(now)) errors['reserved_until'] = 'errors.past'
  else if (isDay(by) && until > by) errors['reserved_until'] = 'posting.errors.reserve-too-long'
  return errors['reserved_until'] ? { allocation_rule } : { allocation_rule, reserved_until: endOfRomanDay(until) }
}

/** Both days or neither: one of them alone could cross the other that is stored. */
function readDays(typed: Typed, now: string, errors: StepReading['errors']): DraftChanges {
  const [from, by] = [typed['available_from']?.trim() ?? '', typed['must_go_by']?.trim() ?? '']
  if (from !== '' && !isDay(from)) errors['available_from'] = 'errors.date'
  if (by !== '' && !isDay(by)) errors['must_go_by'] = 'errors.date'
  else if (by !== '' && by < dayInRome(now)) errors['must_go_by'] = 'errors.past'
  else if (by !== '' && isDay(from) && by < from) errors['must_go_by'] = 'posting.errors.dates-crossed'
  if (errors['available_from'] || errors['must_go_by']) return {}
  return {
    available_from: from === '' ? null : fromRome(`${from}T00:00`),
    must_go_by: by === '' ? null : endOfRomanDay(by),
  }
}

function readFloor(typed: Typed, errors: StepReading['errors']): DraftChanges {
  const text = (typed['floor'] ?? '').trim().replace('−', '-')
  if (text === '') return { floor: null }
  const floor = Number(text)
  if (/^-?\d{1,2}$/.test(text) && floor >= lowest && floor <= highest) return { floor }
  errors['floor'] = `posting.errors.floor?lowest=${lowest}&highest=${highest}`
  return {}
}

function isDay(text: string) {
  return (
    /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  )
}
