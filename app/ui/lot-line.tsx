import { Link } from '@remix-run/react'
import type { InLine } from '#app/domain/discovery/lot-line.ts'
import { decidedBy } from './rank-words.ts'
import { ReliabilityWords } from './reliability-words.tsx'
import { State } from './state.tsx'
import { Table } from './table.tsx'
import { useT } from './use-t.tsx'

type Props = { line: readonly InLine[]; current?: string; side: 'donor' | 'claimant' }

/** Everybody who asked for a lot, in the order in which they are served, and what decided it. */
export function LotLineTable({ line, current, side }: Props) {
  const { t, format } = useT()
  const isRanked = line.some(({ rank }) => rank !== undefined)
  return (
    <section className="stack stack--s">
      <div className="title">
        <h2 className="head-s">{t('claims.line.title')}</h2>
        <span className="label">{t('claims.count', { count: line.filter(({ is_rest }) => !is_rest).length })}</span>
      </div>
      <Table
        caption={t(isRanked ? 'allocation.line.ranked' : 'claims.line.lead')}
        rows={line}
        keyOf={(claim) => claim.id}
        cards
        columns={[
          {
            key: 'place',
            head: t('allocation.line.place'),
            cell: ({ rank }) => (rank ? format.number(rank.place) : '–'),
          },
          {
            key: 'who',
            head: t('claims.line.who'),
            cell: (claim) => <Who claim={claim} current={current} side={side} />,
          },
          {
            key: 'quantity',
            head: t('claims.facts.wanted'),
            figure: true,
            cell: (claim) => format.quantity(claim.quantity, claim.unit),
          },
          {
            key: 'state',
            head: t('claims.line.outcome'),
            figure: true,
            cell: (claim) => (
              <State
                state={claim.state}
                position={claim.position}
                turn={side === 'claimant' && claim.is_mine && claim.state === 'offered'}
              />
            ),
          },
        ]}
      />
    </section>
  )
}

type WhoProps = { claim: InLine; current: string | undefined; side: Props['side'] }

function Who({ claim, current, side }: WhoProps) {
  const { t } = useT()
  const { id, is_mine, is_rest, kind, rank, reliability } = claim
  const name = claim.name ?? t(is_mine ? 'allocation.line.you' : `allocation.line.kinds.${kind}`)
  const may = side === 'donor' || is_mine
  const why = is_rest ? t('allocation.line.rest') : rank && t(`allocation.because.${decidedBy(rank)}`)
  return (
    <>
      {id === current || !may ? (
        is_mine || id === current ? (
          <b>{name}</b>
        ) : (
          name
        )
      ) : (
        <Link to={`/claims/${id}`}>{name}</Link>
      )}
      {why ? <p className="tiny soft">{why}</p> : null}
      {reliability ? (
        <p className="tiny soft">
          <ReliabilityWords of="claimant" reliability={reliability} />
        </p>
      ) : null}
    </>
  )
}
