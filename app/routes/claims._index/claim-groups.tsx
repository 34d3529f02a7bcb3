import type { ComponentProps } from 'react'
import { isOpen } from '#app/domain/claims/claim.ts'
import { useT } from '#app/ui/use-t.tsx'
import { type Claim, ClaimList, isTurn } from './claim-list.tsx'

const groups = ['turn', 'waiting', 'over'] as const

type Props = ComponentProps<typeof ClaimList>

/** First what waits for the reader, then what waits for others, then what is over. */
export function ClaimGroups({ claims, side, unread }: Props) {
  const { t } = useT()
  const groupOf = (claim: Claim) => (isTurn(claim, side) ? 'turn' : isOpen(claim.state) ? 'waiting' : 'over')
  return groups.map((group) => {
    const inGroup = claims.filter((claim) => groupOf(claim) === group)
    if (inGroup.length === 0) return null
    return (
      <div key={group} className="stack stack--s">
        <h3 className="label">{t(`claims.groups.${group}`)}</h3>
        <ClaimList claims={inGroup} side={side} unread={unread} />
      </div>
    )
  })
}
