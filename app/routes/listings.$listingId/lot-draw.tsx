import type { RevealedDraw } from '#app/domain/discovery/draw.read.server.ts'
import { Table } from '#app/ui/table.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { DrawByHand } from './draw-by-hand.tsx'
import { DrawCheck } from './draw-check.tsx'

type Props = {
  draw: RevealedDraw & { commitment: string }
  /** The reader's own request, if they have one in it. */
  mine: string | undefined
}

/** The draw as it was done, for anyone to do again: in this browser, with a script, by hand. */
export function LotDraw({ draw, mine }: Props) {
  const { t, format } = useT()
  const numbers = draw.entries.map(({ claim_id }) => claim_id).sort()
  const { commitment, seed, public_data } = draw
  const entries = draw.entries.map(({ claim_id, ticket, place_drawn }) => ({ claim_id, ticket, place_drawn }))
  return (
    <section className="stack" id="draw">
      <h2>{t('allocation.draw.title')}</h2>
      <p>{t('allocation.draw.lead', { when: format.dateTime(draw.at), count: draw.entries.length })}</p>
      <Table
        caption={t('allocation.draw.caption')}
        rows={draw.entries}
        keyOf={(entry) => entry.claim_id}
        columns={[
          { key: 'place', head: t('allocation.draw.place'), cell: (entry) => format.number(entry.place_drawn) },
          {
            key: 'who',
            head: t('allocation.draw.entrant'),
            cell: ({ claim_id }) => {
              const name = t('allocation.draw.request', { number: numbers.indexOf(claim_id) + 1 })
              return claim_id === mine ? <b>{t('allocation.draw.mine', { name })}</b> : name
            },
          },
          {
            key: 'word',
            head: t('allocation.draw.word'),
            cell: (entry) => <span className="break">{entry.word}</span>,
          },
          {
            key: 'ticket',
            head: t('allocation.draw.ticket'),
            figure: true,
            cell: (entry) => <code>{entry.ticket.slice(0, 8)}…</code>,
          },
        ]}
      />
      <DrawCheck draw={draw} />
      <DrawByHand draw={draw} />
      <script
        type="application/json"
        data-draw=""
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React would write &quot; where a script element means it letter by letter
        dangerouslySetInnerHTML={{ __html: inScript({ commitment, seed, public_data, entries }) }}
      />
    </section>
  )
}

/** A word that somebody chose must not end the element it stands in. */
function inScript(value: unknown) {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
