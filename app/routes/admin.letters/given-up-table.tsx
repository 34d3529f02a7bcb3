import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

export type GivenUpRow = {
  id: string
  to: string
  about: string
  given_up_at: string | null
  last_problem: string | null
}

type Props = { what: 'mail' | 'push' | 'clock'; rows: readonly GivenUpRow[] }

const titles = { mail: 'mails', push: 'pushes', clock: 'clocks' } as const

export function GivenUpTable({ what, rows }: Props) {
  const { t, format } = useT()
  if (rows.length === 0) return null
  const title = t(`notices.givenUp.${titles[what]}`)
  const columns: Column<GivenUpRow>[] = [
    { key: 'about', head: t('notices.givenUp.what'), cell: ({ about }) => about },
    { key: 'to', head: t(what === 'clock' ? 'notices.givenUp.about' : 'notices.givenUp.to'), cell: ({ to }) => to },
    {
      key: 'when',
      head: t('notices.givenUp.when'),
      cell: ({ given_up_at }) => (given_up_at ? format.dateTime(given_up_at) : ''),
    },
    { key: 'problem', head: t('notices.givenUp.problem'), cell: ({ last_problem }) => last_problem },
    { key: 'next', head: t('notices.givenUp.next'), cell: (row) => <Again what={what} row={row} /> },
  ]
  return (
    <section className="stack">
      <Title>{title}</Title>
      <Table caption={title} columns={columns} rows={rows} keyOf={({ id }) => id} cards />
    </section>
  )
}

function Again({ what, row: { id, to, about } }: { what: Props['what']; row: GivenUpRow }) {
  const { t } = useT()
  const isClock = what === 'clock'
  return (
    <Form method="post">
      <input type="hidden" name="what" value={what} />
      <Button
        size="s"
        name="id"
        value={id}
        aria-label={
          isClock ? t('notices.givenUp.hearAgainAbout', { what: about }) : t('notices.givenUp.againAbout', { to })
        }
      >
        {t(isClock ? 'notices.givenUp.hearAgain' : 'notices.givenUp.again')}
      </Button>
    </Form>
  )
}
