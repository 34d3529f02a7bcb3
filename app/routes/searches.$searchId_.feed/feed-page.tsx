import { Form, Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Submit } from '#app/ui/submit.tsx'
import { useT } from '#app/ui/use-t.tsx'

type Props = {
  id: string
  name: string
  has_feed: boolean
  reply: { address: string } | { refused: 'not-yours' } | undefined
}

/** Makes an address, shows it once, makes another, closes it. */
export function FeedPage({ id, name, has_feed, reply }: Props) {
  const { t } = useT()
  const address = reply && 'address' in reply ? reply.address : undefined
  return (
    <div className="page page--narrow page--top stack stack--l">
      <div className="stack stack--s">
        <Link to={`/searches/${id}`}>{t('searches.feed.back')}</Link>
        <h1 className="break">
          {t('searches.feed.title')}: {name}
        </h1>
        <p className="lead">{t(has_feed && !address ? 'searches.feed.renewLead' : 'searches.feed.lead')}</p>
      </div>
      {reply && 'refused' in reply ? (
        <Banner tone="fail" role="alert">
          {t(`searches.refusals.${reply.refused}`)}
        </Banner>
      ) : null}
      {address ? (
        <TextField
          label={t('searches.feed.address')}
          hint={t('searches.feed.addressHint')}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
      <div className="row row--buttons">
        <Form method="post">
          <Submit kind={address ? 'border' : 'next'}>
            {t(has_feed ? 'searches.feed.renew' : 'searches.feed.make')}
          </Submit>
        </Form>
        {has_feed ? (
          <Form method="post" action={`/searches/${id}/feed/closure`}>
            <Button kind="plain">{t('searches.feed.close')}</Button>
          </Form>
        ) : null}
      </div>
    </div>
  )
}
