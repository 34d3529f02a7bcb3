import { Form } from '@remix-run/react'
import { spanWords } from '#app/i18n/opening-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import type { SlotsPage } from './slots-page.server.ts'

/** What is open every week, each with the way to end it. */
export function SeriesList({ hub, series }: Pick<SlotsPage, 'hub' | 'series'>) {
  const spoken = useT()
  const { t } = spoken
  return (
    <section className="stack">
      <Title>{t('slots.room.series')}</Title>
      {series.length === 0 ? <p className="soft">{t('slots.room.noSeries')}</p> : null}
      <ul className="kept">
        {series.map((each) => {
          const day = t(`hubRooms.days.${each.weekday}`)
          const what = t('slots.room.seriesLine', { day, hours: spanWords(spoken, each), minutes: each.every_minutes })
          return (
            <li key={each.id}>
              <div>
                <b>{what}</b>
                <p className="soft">
                  {t(`slots.kinds.${each.kind}`)}, {t('slots.left', { count: each.capacity })}
                </p>
              </div>
              <Form method="post" action={`/hubs/${hub.slug}/series/${each.id}/end`}>
                <Button size="s" kind="plain" aria-label={t('slots.room.endOf', { what })}>
                  {t('slots.room.end')}
                </Button>
              </Form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
