import { Table } from '#app/ui/table.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { HubPage } from './hub-page.server.ts'

/** When the vans go out next, and to which quarters: enough to know whether something could go along. */
export function HubRounds({ rounds }: Pick<HubPage, 'rounds'>) {
  const { t, format } = useT()
  if (rounds.length === 0)
    return (
      <section className="stack stack--s" id="rounds">
        <Title>{t('hubs.rounds.title')}</Title>
        <p className="soft">{t('hubs.rounds.none')}</p>
      </section>
    )
  return (
    <section className="stack stack--s" id="rounds">
      <Title>{t('hubs.rounds.title')}</Title>
      <Table
        caption={t('hubs.rounds.caption')}
        rows={rounds}
        keyOf={({ day, vehicle_name }) => `${day} ${vehicle_name}`}
        cards
        columns={[
          {
            key: 'day',
            head: t('hubs.rounds.day'),
            cell: ({ day }) => <time dateTime={day}>{format.day(`${day}T12:00:00Z`)}</time>,
          },
          { key: 'vehicle', head: t('hubs.rounds.vehicle'), cell: ({ vehicle_name }) => vehicle_name },
          { key: 'areas', head: t('hubs.rounds.areas'), cell: ({ areas }) => areas.join(', ') },
          { key: 'stops', head: t('hubs.rounds.stops'), figure: true, cell: ({ stops }) => format.number(stops) },
        ]}
      />
      <p className="tiny soft">{t('hubs.rounds.note')}</p>
    </section>
  )
}
