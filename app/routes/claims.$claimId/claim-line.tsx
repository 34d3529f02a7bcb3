import { Link } from '@remix-run/react'
import { ReliabilityWords } from '#app/ui/reliability-words.tsx'
import { State } from '#app/ui/state.tsx'
import { Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { ClaimPage } from './claim-page.server.ts'

type Props = { line: NonNullable<ClaimPage['line']>; current: string }

/** Everybody who asked for the lot, for its donor and coordinators. */
export function ClaimLine({ line, current }: Props) {
  const { t, format } = useT()
  return (
    <section className="stack stack--s">
      <div className="title">
        <h2 className="head-s">{t('claims.line.title')}</h2>
        <span className="label">{t('claims.count', { count: line.length })}</span>
      </div>
      <Table
        caption={t('claims.line.lead')}
        rows={line}
        keyOf={(claim) => claim.id}
        columns={[
          {
            key: 'who',
            head: t('claims.line.who'),
            cell: (claim) => (
              <>
                {claim.id === current ? <b>{claim.name}</b> : <Link to={`/claims/${claim.id}`}>{claim.name}</Link>}
                {claim.reliability ? (
                  <p className="tiny soft">
                    <ReliabilityWords of="claimant" reliability={claim.reliability} />
                  </p>
                ) : null}
              </>
            ),
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
            cell: (claim) => <State state={claim.state} position={claim.position} />,
          },
        ]}
      />
    </section>
  )
}
