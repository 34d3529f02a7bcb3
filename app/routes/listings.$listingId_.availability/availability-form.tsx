import { Form, Link } from '@remix-run/react'
import { mostDays } from '#app/domain/pickups/availability.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WeekFields } from '#app/ui/week-fields.tsx'
import { UnusualDay } from './unusual-day.tsx'

type Words = Readonly<Record<string, string>>
type Refusal = 'not-yours' | 'listing-closed' | 'not-their-place'

type Props = {
  title: string
  lot: { id: string; title: string }
  today: string
  may_say_place: boolean
  said: Words
  reply: { errors?: Words; refused?: Refusal; typed: Words } | undefined
}

const spare = 2

/** When a lot can be fetched: a usual week, then the days that are not. */
export function AvailabilityForm({ title, lot, today, may_say_place, said, reply }: Props) {
  const { t } = useT()
  const typed = reply?.typed ?? said
  const errors = reply?.errors ?? {}
  return (
    <div className="page page--narrow page--top">
      <Form method="post" className="stack stack--l" key={JSON.stringify(said)}>
        <div className="stack stack--s">
          <p className="label">
            <Link to={`/listings/${lot.id}`}>{lot.title}</Link>
          </p>
          <h1>{title}</h1>
          <p className="lead">{t('availability.lead')}</p>
        </div>
        {reply?.refused ? (
          <Banner tone="fail" role="alert">
            {t(`availability.refusals.${reply.refused}`)}
          </Banner>
        ) : null}
        <section className="stack">
          <h2>{t('availability.week')}</h2>
          <WeekFields typed={typed} errors={errors} />
        </section>
        <section className="stack">
          <h2>{t('availability.days')}</h2>
          <p className="soft">{t('availability.daysHint')}</p>
          {rowsFor(typed).map((at) => (
            <UnusualDay key={at} at={at} today={today} typed={typed} errors={errors} />
          ))}
        </section>
        {may_say_place ? (
          <Choices
            name="scope"
            legend={t('availability.scope')}
            chosen={typed['scope'] ?? 'lot'}
            choices={[
              { value: 'lot', label: t('availability.lot'), note: t('availability.lotNote') },
              { value: 'place', label: t('availability.place'), note: t('availability.placeNote') },
            ]}
            error={errors['scope']}
          />
        ) : (
          <input type="hidden" name="scope" value="lot" />
        )}
        <div className="row row--buttons">
          <Submit kind="next">{t('availability.save')}</Submit>
          <Link className="btn btn--plain" to={`/listings/${lot.id}`}>
            {t('availability.back')}
          </Link>
        </div>
      </Form>
    </div>
  )
}

function rowsFor(typed: Words) {
  const rows = Array.from({ length: mostDays }, (_, at) => at)
  const last = rows.findLast((at) => typed[`day_${at}`] || typed[`hours_${at}`]) ?? -1
  return rows.slice(0, last + 1 + spare)
}
