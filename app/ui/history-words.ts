import type { HistoryLine } from '#app/domain/claims/history-line.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Translator } from '#app/i18n/create-translator.ts'
import { claimEventWords } from './claim-event.ts'

const ofLots = [
  'drafted',
  'sent-to-review',
  'approved',
  'published',
  'revised',
  'paused',
  'resumed',
  'renewed',
  'closed',
  'refused',
  'removed',
  'rescue',
] as const
const ofPickups = ['proposed', 'moved', 'confirmed', 'cancelled', 'completed', 'failed'] as const

/** One line of a lot's history as a sentence; undefined for what is not worth telling. */
export function historyWords(translator: Translator, line: HistoryLine, unit: Unit) {
  const { t } = translator
  if (line.about === 'listing') return listingWords(t, line)
  const words = line.about === 'pickup' ? pickupWords(t, line) : claimEventWords(translator, { ...line, unit })
  return words && t('histories.of', { name: line.who ?? t('histories.somebody'), text: words })
}

function listingWords(t: Translator['t'], { kind, details }: HistoryLine) {
  if (kind === 'window-closed')
    return t('histories.listing.window-closed', JSON.parse(details) as { asked: number; offered: number })
  const known = ofLots.find((each) => each === kind)
  return known && t(`histories.listing.${known}`)
}

function pickupWords(t: Translator['t'], { kind }: HistoryLine) {
  const known = ofPickups.find((each) => each === kind)
  return known && t(`histories.pickup.${known}`)
}
