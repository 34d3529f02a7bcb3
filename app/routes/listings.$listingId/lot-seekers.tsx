import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Title } from '#app/ui/title.tsx'
import { useT } from '#app/ui/use-t.tsx'
import { WantedCard } from '#app/ui/wanted-card.tsx'
import type { ListingPage } from './listing-page.server.ts'

type Props = { listingId: string } & Pick<ListingPage, 'seekers'>

/** For the donor: who looks for this, the nearest first, and the way to tell them it is here. */
export function LotSeekers({ listingId, seekers }: Props) {
  const { t, format } = useT()
  if (seekers.length === 0) return null
  return (
    <section className="section" id="seekers">
      <Title>{t('wanted.seekers.title', { count: new Set(seekers.map(({ who }) => who)).size })}</Title>
      <div className="stack">
        <p className="soft">{t('wanted.seekers.lead')}</p>
        <div className="slips">
          {seekers.map((wanted) => (
            <WantedCard
              key={wanted.id}
              wanted={wanted}
              away={t('wanted.seekers.away', { distance: format.distance(wanted.away_m) })}
            >
              {wanted.invited_at ? (
                <p className="tiny">
                  <Icon name="check" inline />{' '}
                  {t('wanted.seekers.invited', { when: format.dateTime(wanted.invited_at) })}
                </p>
              ) : (
                <Form method="post" action={`/wanted/${wanted.id}/invitation`}>
                  <Button size="s" icon="mail" name="listing_id" value={listingId}>
                    {t('wanted.seekers.invite')}
                  </Button>
                </Form>
              )}
            </WantedCard>
          ))}
        </div>
      </div>
    </section>
  )
}
