import { Link } from '@remix-run/react'
import type { ClaimState } from '#app/domain/claims/claim.ts'
import type { Reliability } from '#app/domain/claims/reliability.ts'
import type { AllocationRule } from '#app/domain/listings/listing.ts'
import type { Unit } from '#app/domain/listings/quantity.ts'
import { Photo } from '#app/ui/photo.tsx'
import { ReliabilityWords } from '#app/ui/reliability-words.tsx'
import { State } from '#app/ui/state.tsx'
import { useT } from '#app/ui/use-t.tsx'
import './claim-list.css'

export type Claim = {
  id: string
  state: ClaimState
  title: string
  unit: Unit
  qty: number
  qty_wanted: number
  position: number | null
  allocation_rule: AllocationRule
  /** The reader proposed a time and waits for the other side. */
  is_proposed: boolean
  claimant_name: string
  organisation_name: string | null
  photo_hash: string | null
  photo_thumbhash: string | null
  requested_at: string
  reliability?: Reliability | undefined
}

type Props = { claims: readonly Claim[]; side: 'donor' | 'claimant'; unread: ReadonlyMap<string, number> }

/** Claims as rows: what, how much, where it stands, and whose turn it is. */
export function ClaimList({ claims, side, unread }: Props) {
  const { t, format } = useT()
  return (
    <ul className="claim-list">
      {claims.map((claim) => {
        const quantity = format.quantity(claim.qty || claim.qty_wanted, claim.unit)
        const name = claim.organisation_name ?? claim.claimant_name
        return (
          <li key={claim.id}>
            {claim.photo_hash ? (
              <Photo photo={{ hash: claim.photo_hash, alt: '', thumbhash: claim.photo_thumbhash ?? '' }} sizes="6rem" />
            ) : (
              <span />
            )}
            <div>
              <h4 className="head">
                <Link to={`/claims/${claim.id}`}>{claim.title}</Link>
              </h4>
              <p className="tiny soft">
                {side === 'donor' ? t('claims.asks', { name, quantity }) : t('claims.asked', { quantity })}
              </p>
              {claim.reliability && isAsking(claim.state) ? (
                <p className="tiny soft">
                  <ReliabilityWords of="claimant" reliability={claim.reliability} />
                </p>
              ) : null}
              <State state={claim.state} turn={isTurn(claim, side)} position={claim.position} />
              <UnreadMessages claimId={claim.id} count={unread.get(claim.id) ?? 0} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function isAsking(state: ClaimState) {
  return state === 'requested' || state === 'waitlisted' || state === 'offered'
}

/** It is for the reader to answer: an offer, or a request where the donor picks; a pickup to agree on is both sides'. */
export function isTurn({ state, allocation_rule, is_proposed }: Claim, side: Props['side']) {
  if (state === 'confirmed') return !is_proposed
  return side === 'claimant' ? state === 'offered' : state === 'requested' && allocation_rule === 'donor_picks'
}

function UnreadMessages({ claimId, count }: { claimId: string; count: number }) {
  const { t } = useT()
  if (count === 0) return null
  return (
    <p>
      <Link to={`/claims/${claimId}/messages#latest`}>{t('messages.unreadHere', { count })}</Link>
    </p>
  )
}
