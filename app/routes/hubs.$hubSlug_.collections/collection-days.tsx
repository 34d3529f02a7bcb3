import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { CollectionsPage } from './collections-page.server.ts'

/** The next eight weeks, one line for each time the van goes. */
export function CollectionDays({ hub, days }: Pick<CollectionsPage, 'hub' | 'days'>) {
  const { t } = useT()
  return (
    <section className="stack">
      <Title>{t('collections.next')}</Title>
      {days.length === 0 ? <p className="soft">{t('collections.none')}</p> : null}
      <ol className="kept">
        {days.map((each) => (
          <OneDay key={`${each.id} ${each.day}`} hub={hub} each={each} />
        ))}
      </ol>
    </section>
  )
}

function OneDay({ hub, each }: { hub: CollectionsPage['hub']; each: CollectionsPage['days'][number] }) {
  const { t, format } = useT()
  const { id, day, on, reason } = each
  const when = `${format.wholeDay(on ?? day)}, ${format.time(each.starts_at)}–${format.time(each.ends_at)}`
  const what = `${each.organisation_name}, ${when}`
  const which = new URLSearchParams({ id, day })
  const isUsual = on === day
  return (
    <li>
      <div>
        {on === undefined ? <s>{when}</s> : <b>{when}</b>} {each.organisation_name}
        {isUsual ? null : (
          <p className="soft">
            {on === undefined ? t('collections.skipped') : t('collections.moved', { day: format.wholeDay(day) })}
            {reason ? `: ${reason}` : ''}
          </p>
        )}
        {each.expected ? (
          <p>
            {t('collections.expectedAt', { from: format.time(each.expected.from), to: format.time(each.expected.to) })}
          </p>
        ) : null}
        {each.is_closed ? <p className="soft">{t('collections.closed')}</p> : null}
        {each.note ? <p className="soft">{each.note}</p> : null}
      </div>
      <div className="row">
        {isUsual ? null : (
          <Form method="post" action={`/hubs/${hub.slug}/collections/move`}>
            <input type="hidden" name="collection_id" value={id} />
            <input type="hidden" name="day" value={day} />
            <input type="hidden" name="moved_to" value={day} />
            <Button size="s" kind="plain" aria-label={t('collections.restoreOf', { what })}>
              {t('collections.restore')}
            </Button>
          </Form>
        )}
        <ButtonLink
          size="s"
          kind="plain"
          to={`/hubs/${hub.slug}/collections/move?${which}`}
          aria-label={t('collections.moveOf', { what })}
        >
          {t('collections.move')}
        </ButtonLink>
        {on === undefined ? null : (
          <ButtonLink
            size="s"
            kind="plain"
            to={`/hubs/${hub.slug}/collections/skip?${which}`}
            aria-label={t('collections.skipOf', { what })}
          >
            {t('collections.skip')}
          </ButtonLink>
        )}
      </div>
    </li>
  )
}
