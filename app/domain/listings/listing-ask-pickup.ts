import type { ListingRow } from '#db/schema/listings.ts'
import { dayInRome, endOfRomanDay, fromRome } from '../instant.ts'
import type { DraftChanges, StepReading, Typed } from './listing-draft.ts'

/** What a donor may choose today. The fair window joins them when the claims can run it. */
export const allocationRules = ['donor_picks', 'first_come'] as const satisfies readonly ListingRow['allocation_rule'][]

const lowest = -5
const highest = 60

/** The third step but for the place itself: the days, the way in, and who gets it. */
export function readPickupStep(typed: Typed, now: string): StepReading {
  const errors: StepReading['errors'] = {}
  const changes: DraftChanges = { ...readDays(typed, now, errors), ...readFloor(typed, errors) }
  for (const flag of ['has_lift', 'van_access', 'help_to_load'] as const) changes[flag] = typed[flag] === '1' ? 1 : 0
  const rule = allocationRules.find((each) => each === typed['allocation_rule'])
  if (rule) changes.allocation_rule = rule
  return { changes, errors }
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
