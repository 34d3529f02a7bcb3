import type { RoadStop, RoundPage } from '#app/http/round-page.server.ts'
import { Stops } from '#app/ui/stops.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { LotPhotos } from './lot-photos.tsx'
import { StopReach } from './stop-reach.tsx'

/** What comes after, and what is done. On paper it is the whole sheet, with a line to sign. */
export function RoadStops({ page, now }: { page: RoundPage; now: string | undefined }) {
  const { t } = useT()
  const work = page.stops.map((stop, index) => ({ stop, number: index + 1 }))
  const after = work.filter(({ stop }) => stop.state === 'planned' && stop.id !== now)
  const made = work.filter(({ stop }) => stop.state !== 'planned')
  const current = work.filter(({ stop }) => stop.id === now)
  return (
    <div>
      <div className="print-only">
        <RoadList rows={current} isPaper />
      </div>
      {after.length > 0 ? <h2 className="head-s head--gap">{t(now ? 'driving.after' : 'driving.all')}</h2> : null}
      <RoadList rows={after} />
      {made.length > 0 ? <h2 className="head-s head--gap">{t('driving.done')}</h2> : null}
      <RoadList rows={made} />
      <p className="print-only">{t('driving.sign')}</p>
    </div>
  )
}

type ListProps = { rows: readonly { stop: RoadStop; number: number }[]; isPaper?: boolean }

function RoadList({ rows, isPaper = false }: ListProps) {
  const stops = rows.map(({ stop, number }) => ({
    id: stop.id,
    number,
    kind: stop.kind === 'collect' || stop.kind === 'hub_out' ? ('collect' as const) : ('deliver' as const),
    done: stop.state === 'done',
    place: stop.street ? `${stop.street}, ${stop.area}` : stop.area,
    note: <Note stop={stop} />,
    more: stop.state === 'planned' && !isPaper ? <Ahead stop={stop} /> : null,
    at: stop.starts_at ?? '',
  }))
  return stops.length === 0 ? null : <Stops stops={stops} />
}

function Ahead({ stop }: { stop: RoadStop }) {
  return (
    <div className="ahead">
      {stop.access_notes ? <p className="tiny no-print">{stop.access_notes}</p> : null}
      <LotPhotos loads={stop.loads} />
      <StopReach stop={stop} isNext={false} />
    </div>
  )
}

function Note({ stop }: { stop: RoadStop }) {
  const { t, format } = useT()
  const loads = stop.loads.map(({ title, quantity, unit, grams, grade }) => {
    const isSaid = unit === 'g' && grams === quantity
    return [title, format.quantity(quantity, unit), grams > 0 && !isSaid ? format.kilograms(grams, grade) : '']
      .filter(Boolean)
      .join(', ')
  })
  return (
    <>
      {t(`driving.kinds.${stop.kind}`)}
      {loads.length > 0 ? `: ${loads.join('; ')}` : ''}.{' '}
      {stop.state === 'failed' ? (
        <>
          <b>{t(`driving.failures.${(stop.failed_reason ?? 'no_time') as 'no_time'}`)}</b> {stop.note}
        </>
      ) : (
        stop.who
      )}
      <span className="print-only">
        {stop.access_notes} {stop.phone} {t('driving.signHere')}
      </span>
    </>
  )
}
