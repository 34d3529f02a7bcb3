import type { Reliability } from '#app/domain/claims/reliability.ts'
import { useT } from './use-t.tsx'

type Props = { of: 'claimant' | 'donor'; reliability: Reliability }

/** How often somebody came, in words and never in stars; only for those who share a claim with them. */
export function ReliabilityWords({ of, reliability }: Props) {
  const { t, format } = useT()
  const { word, times, kept, late, missed, last_missed_at } = reliability
  const sentence = word === 'mostly' || word === 'seldom' ? 'some' : word
  const month = last_missed_at ? format.month(last_missed_at) : ''
  return [
    t(`reliability.${of}.${sentence}`, { count: times, kept }),
    missed > 0 ? t(`reliability.${of}.missed`, { count: missed, month }) : '',
    late > 0 ? t(`reliability.${of}.late`, { count: late }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}
