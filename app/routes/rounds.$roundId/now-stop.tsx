import type { RoadStop, RoundPage } from '#app/http/round-page.server.ts'
import { useT } from '#app/ui/use-t.tsx'
import { LoadForm } from './load-form.tsx'
import { MissedForm } from './missed-form.tsx'
import { StopReach } from './stop-reach.tsx'
import { Unload } from './unload.tsx'

/** The stop that is next: where, who, what, and the one thing to do. */
export function NowStop({ stop, page }: { stop: RoadStop; page: RoundPage }) {
  const { t, format } = useT()
  const open = stop.loads.filter(({ state }) => state === 'planned')
  const isHub = stop.kind === 'hub_in' || stop.kind === 'hub_out'
  return (
    <article className="stop-now no-print" tabIndex={-1}>
      <header>
        <span>{t(`driving.now.${stop.kind}`)}</span>
        <span>
          {stop.window
            ? `${format.time(stop.window.from)}–${format.time(stop.window.to)}`
            : stop.starts_at
              ? format.time(stop.starts_at)
              : null}
        </span>
      </header>
      <div className="stack">
        {isHub ? <h2>{page.hub.name}</h2> : <Address stop={stop} />}
        {stop.kind === 'hub_in' ? (
          <Unload page={page} />
        ) : (
          open.map((load, at) => <LoadForm key={load.id} {...{ load, page }} isNext={at === 0} />)
        )}
        {isHub ? null : <MissedForm stop={stop} page={page} />}
      </div>
    </article>
  )
}

function Address({ stop }: { stop: RoadStop }) {
  const { street, area, access_notes, who } = stop
  return (
    <>
      <div>
        <h2>{street ? `${street}, ${area}` : area}</h2>
        <p className="soft">
          {who}
          {access_notes ? `. ${access_notes}` : ''}
        </p>
      </div>
      <StopReach stop={stop} isNext />
    </>
  )
}
