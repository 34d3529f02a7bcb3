import { cancellationReasons, otherReasons, refusalReasons } from '#app/domain/claims/end-reasons.ts'
import type { PassedOver } from '#app/domain/claims/passed-over.ts'
import type { RankReasons } from '#app/domain/claims/rank.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Translator } from '#app/i18n/create-translator.ts'
import { decidedBy } from './rank-words.ts'

export type ClaimEvent = { kind: string; details: string; quantity: number | null; unit: Unit }

const told = [
  'requested',
  'waitlisted',
  'rest-waiting',
  'offered',
  'accepted',
  'scheduled',
  'unscheduled',
  'collected',
  'declined',
  'lapsed',
  'cancelled_by_claimant',
  'cancelled_by_donor',
  'superseded',
  'no_show',
  'ranked',
  'passed-over',
] as const

/** What happened to a claim, in a sentence with its reason; undefined for what is not worth telling. */
export function claimEventWords({ t, format }: Translator, { kind, details, quantity, unit }: ClaimEvent) {
  const amount = (units: number | null) => format.quantity(units ?? 0, unit)
  if (kind === 'ranked' && details !== '') {
    const reasons = JSON.parse(details) as RankReasons
    const why = t(`allocation.because.${decidedBy(reasons)}`)
    return t('histories.ranked', { place: reasons.place, of: reasons.of, why })
  }
  if (kind === 'passed-over' && details !== '') {
    const { why, free, minimum } = JSON.parse(details) as PassedOver
    return t(`histories.passed.${why}`, { free: amount(free), minimum: amount(minimum) })
  }
  if (kind === 'waitlisted' && (details === 'reserved' || details === 'over-quota'))
    return t(`histories.waiting.${details}`)
  if (kind === 'collected' && details === 'silence')
    return t('claims.events.collectedInSilence', { quantity: amount(quantity) })
  const known = told.find((each) => each === kind)
  if (!known) return undefined
  const when = kind === 'scheduled' && details ? format.dateTime(details) : ''
  const sentence = t(`claims.events.${known}`, { quantity: amount(quantity), when })
  return ended.has(kind) && details !== '' ? `${sentence} ${because(t, details)}` : sentence
}

const ended = new Set(['declined', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'])

const reasons = [...refusalReasons, ...cancellationReasons, ...otherReasons]

/** «Motivo: i giorni non combaciano.»; what a coordinator wrote by hand stands as it was written. */
export function because(t: Translator['t'], reason: string) {
  const known = reasons.find((each) => each === reason)
  return t('claims.because', { reason: known ? t(`claims.reasons.${known}`) : reason })
}
