import { Form } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Calendar = { slug: string; name: string; is_open: boolean }
type Reply = { slug: string; address: string } | { refused: 'not-yours' } | undefined

/** Makes an address for a calendar, shows it once, makes another, closes it. */
export function Calendars({
  title,
  calendars,
  reply,
}: {
  title: string
  calendars: readonly Calendar[]
  reply: Reply
}) {
  const { t } = useT()
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <h1>{title}</h1>
        <p className="lead">{t('calendars.lead')}</p>
      </div>
      {reply && 'refused' in reply ? (
        <Banner tone="fail" role="alert">
          {t('slots.refusals.not-yours')}
        </Banner>
      ) : null}
      {calendars.map((calendar) => (
        <OneCalendar
          key={calendar.slug}
          calendar={calendar}
          address={reply && 'address' in reply && reply.slug === calendar.slug ? reply.address : undefined}
        />
      ))}
    </div>
  )
}

function OneCalendar({ calendar, address }: { calendar: Calendar; address: string | undefined }) {
  const { t } = useT()
  const { slug, name, is_open } = calendar
  const make = t(is_open ? 'calendars.renew' : 'calendars.make')
  return (
    <section className="stack">
      <Title>{name}</Title>
      <p className="soft">{t(slug === '' ? 'calendars.mineLead' : 'calendars.hubLead')}</p>
      {address ? (
        <TextField
          label={t('calendars.address')}
          hint={t('calendars.addressHint')}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
      {is_open && !address ? <p className="soft">{t('calendars.renewLead')}</p> : null}
      <div className="row row--buttons">
        <Form method="post" action="/calendars?index" preventScrollReset>
          <input type="hidden" name="hub" value={slug} />
          <Submit aria-label={`${make}: ${name}`}>{make}</Submit>
        </Form>
        {is_open ? (
          <Form method="post" action="/calendars/closure">
            <input type="hidden" name="hub" value={slug} />
            <Button kind="plain" aria-label={`${t('calendars.close')}: ${name}`}>
              {t('calendars.close')}
            </Button>
          </Form>
        ) : null}
      </div>
    </section>
  )
}
